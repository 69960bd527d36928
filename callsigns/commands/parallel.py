"""The engine in several processes: chunks of utterances go out, what the engine made of each comes back in order.

A grammar is loaded once, or once a worker where processes are not forked. At most a few chunks a worker are under way,
so that memory stays flat.
"""

from __future__ import annotations

import os
import signal
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

from callsigns.commands.engine import Engine, Work
from callsigns.formats.utterance import Utterance

__all__ = ["results"]

# Large enough that sending costs little beside parsing (some 20 ms of work), small enough to share out short files.
CHUNK = 500
_AHEAD = 3

Made = TypeVar("Made")
Make = Callable[[Engine, list[Utterance]], Made]  # a method of the engine

_engine: Engine | None = None


def _start(work: Work) -> None:
    global _engine
    # The parent alone answers Ctrl-C, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    warnings.simplefilter("ignore")  # the parent has told them
    if _engine is None:
        _engine = Engine(work)


def _end_with_parent() -> None:
    """A parent that is killed cannot end its workers, and each would wait for ever for the next chunk."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(make: Make[Made], chunk: list[Utterance]) -> Made:
    assert _engine is not None
    return make(_engine, chunk)


def results(engine: Engine, make: Make[Made], utterances: Iterable[Utterance], jobs: int) -> Iterator[Made]:
    """What ``make`` gives for each chunk, in the order of the utterances.

    Whatever ``utterances`` raises is raised after the results of everything before it.
    """
    global _engine
    # Where processes are forked, workers have the engine already; elsewhere each makes its own from the work.
    _engine = engine
    waiting: deque[Future[Made]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(engine.work,)) as pool:
        try:
            for chunk in _chunks(utterances):
                waiting.append(pool.submit(_run, make, chunk))
                while len(waiting) >= jobs * _AHEAD or (waiting and waiting[0].done()):
                    yield waiting.popleft().result()
        except GeneratorExit:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        except (Exception, KeyboardInterrupt):
            yield from _drained(waiting)
            raise
        yield from _drained(waiting)


def _drained(waiting: deque[Future[Made]]) -> Iterator[Made]:
    while waiting:
        yield waiting.popleft().result()


def _chunks(utterances: Iterable[Utterance]) -> Iterator[list[Utterance]]:
    rest = iter(utterances)
    while True:
        chunk: list[Utterance] = []
        try:
            chunk.extend(islice(rest, CHUNK))
        except (Exception, KeyboardInterrupt):
            if chunk:
                yield chunk
            raise
        if not chunk:
            return
        yield chunk
