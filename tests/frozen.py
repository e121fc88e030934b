"""Which values of a room can be changed by whoever holds them: none should be."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType


def open_values(*rooms: ModuleType) -> Iterator[str]:
    """The dataclasses of some packages, and of those in them, that are not frozen, by name."""
    for room in rooms:
        for module in walk_packages(room.__path__, f"{room.__name__}."):
            for name, kind in vars(import_module(module.name)).items():
                if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.name:
                    settings = getattr(kind, "__dataclass_params__")  # noqa: B009  no type knows this name
                    if not settings.frozen:
                        yield f"{module.name}.{name}"
