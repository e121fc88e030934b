"""The day of a build."""

import datetime as dt
import os


def today() -> dt.date:
    """The day of the build; `SOURCE_DATE_EPOCH` fixes it, so that the same input gives the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()  # noqa: DTZ011  the day where the trainer is
