"""Running the same work for several documents on all cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TypeVar

from attrs import field, frozen

from odcgen import ir
from odcgen.config import Config
from odcgen.kit.stack import Stack

from .inputs import Source

Result = TypeVar("Result")


@frozen
class Job:
    """What a worker needs to make the files of one API."""

    source: Source
    config: Config
    package: ir.Package
    templates: Stack = field(factory=Stack)


def each(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    done: Callable[[str], object],
    warm: Callable[[Sequence[Job]], object],
) -> list[Result]:
    """Return the result of each job in the order of the jobs; `done` is told the name of each as it ends.

    The workers are forked after `warm` has imported once what they need; where that is not possible, or not
    worth it, the work is done one after the other.
    """
    _collect_seldom()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if min(cores, len(jobs)) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [_one(work, job, done) for job in jobs]
    warm(jobs)
    gc.freeze()  # what all workers share is not to be copied for the collector's sake
    largest_first = sorted(range(len(jobs)), key=lambda index: -len(jobs[index].source.text))
    context = multiprocessing.get_context("fork")
    count = min(cores, len(jobs), 8)
    with ProcessPoolExecutor(count, context, initializer=_end_with, initargs=(os.getpid(),)) as pool:
        futures = {pool.submit(work, jobs[index]): index for index in largest_first}
        try:
            for future in as_completed(futures):
                future.result()
                done(jobs[futures[future]].source.config.name)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    results = {index: future.result() for future, index in futures.items()}
    return [results[index] for index in range(len(jobs))]


def _end_with(parent: int) -> None:
    """End a worker with its parent: when that one is killed, nobody else tells it to stop."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _one(work: Callable[[Job], Result], job: Job, done: Callable[[str], object]) -> Result:
    result = work(job)
    done(job.source.config.name)
    return result


def _collect_seldom() -> None:
    """Let the garbage collector look seldom: a run makes many objects, keeps nearly all, and ends soon."""
    gc.set_threshold(200_000, 20, 20)
