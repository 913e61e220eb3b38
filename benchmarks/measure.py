"""Interleaved runs, medians, and the Markdown that tells them."""

import compileall
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def scratch():
    """A folder on a memory file system if the machine has one: a disk's writes would drown the rest."""
    memory = Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="odcgen-bench-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def command(*arguments, cwd=None, env=None, check=True):
    """Run a program to its end and return its seconds; its output is shown only if it fails."""
    started = time.perf_counter()
    done = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd,
        env=os.environ | (env or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    seconds = time.perf_counter() - started
    if check and done.returncode:
        sys.exit(f"{arguments} ended with {done.returncode}:\n{done.stdout.decode(errors='replace')[-4000:]}")
    return seconds


def interleaved(sides, rounds):
    """Call each side once a round, in turn; return name -> the median of what it returned."""
    taken = {name: [] for name in sides}
    names = list(sides)
    for number in range(rounds):
        shift = number % len(names)
        for name in names[shift:] + names[:shift]:  # no side always runs in the wake of the same other
            taken[name].append(sides[name]())
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def timed(function, count):
    """Return a side for `interleaved`: the seconds of one of `count` calls in a row."""

    def side():
        started = time.perf_counter()
        for _ in range(count):
            function()
        return (time.perf_counter() - started) / count

    return side


def compile_all(folder):
    """Write the bytecode, as an installation does."""
    compileall.compile_dir(str(folder), quiet=2, workers=1)


def table(title, medians, base, unit, targets=None):
    """Markdown rows: each side's median, its ratio to `base`, and the ratio that is wanted."""
    scale = {"s": 1, "ms": 1e3, "µs": 1e6}[unit]
    lines = [f"### {title}", "", f"| what | median, {unit} | ratio | wanted |", "| --- | ---: | ---: | --- |"]
    for name, seconds in medians.items():
        wanted = (targets or {}).get(name, "")
        ratio = "1" if name == base else f"{seconds / medians[base]:.2f}"
        lines.append(f"| {name} | {seconds * scale:.2f} | {ratio} | {wanted} |")
    return "\n".join(lines)


def machine():
    """One line on what was measured where."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{platform.python_implementation()} {platform.python_version()}, {cores} cores, "
        f"{platform.machine()}, {platform.system()}"
    )
