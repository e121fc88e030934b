"""Work that makes much and throws little away, without the search for what can be thrown away."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python does not look for circles of dead objects meanwhile: it would read all that was made again and again.

    To read a curriculum takes half the time so. What is dead without being in a circle goes at once, as always.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def program(main: Callable[[], int]) -> int:
    """Runs what a process is for and gives its exit status. Only for a process that ends with it.

    The system takes back all memory at once; before that, Python would read everything that was made, several times, to see what
    is dead.
    """
    try:
        return main()
    finally:
        gc.freeze()


@contextmanager
def settled() -> Iterator[None]:
    """Python does not look among what is there already for circles of dead objects meanwhile, only among what comes.

    It looks for them again when there are a quarter more objects than the last time. A curriculum has so many that it would wait long;
    without them, what is dead goes soon.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
