"""Locks between real processes: one fetches, the others wait, and a killed holder is forgotten."""

import asyncio
import multiprocessing
import os
import signal
import threading
import time

import pytest
from odc_runtime.auth.stores.file import EncryptedFileStore

from tests.runtime.auth.store_workers import (
    KEY,
    NAME,
    fetch_once,
    fork_inside,
    hold,
    hold_and_fork,
    token,
    warnings_of_the_client,
)

SPAWN = multiprocessing.get_context("spawn")
FREED_WITHIN = 1.0


@pytest.fixture
def folder(tmp_path):
    return str(tmp_path / "cache")


@pytest.fixture
def started():
    """Start processes, and end those that are left."""
    processes = []

    def start(target, *arguments):
        process = SPAWN.Process(target=target, args=arguments)
        process.start()
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.join(30)


def seconds_to_lock(store):
    begin = time.monotonic()
    with store.lock(NAME) as held:
        assert held
        return time.monotonic() - begin


def test_eight_processes_fetch_once(folder, started, tmp_path):
    """P16: 8 processes that share the cache, cold: exactly 1 token request."""
    barrier, requests = SPAWN.Barrier(8), tmp_path / "requests"
    workers = [started(fetch_once, folder, str(requests), barrier) for _ in range(8)]
    for worker in workers:
        worker.join(100)
        assert worker.exitcode == 0
    assert len(requests.read_text().splitlines()) == 1


def test_threads_exclude_each_other_too(folder):
    """P16: the lock is one for the threads of a process, also across store objects."""
    inside, seen = [], []

    def work():
        with EncryptedFileStore(folder, key=KEY).lock(NAME) as held:
            inside.append(1)
            seen.append((held, len(inside)))
            time.sleep(0.02)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert seen == [(True, 1)] * 5


def test_different_keys_do_not_wait_for_each_other(folder):
    """P42: the lock of one client's token is not the lock of another's."""
    store = EncryptedFileStore(folder, key=KEY, lock_timeout=0.0)
    with store.lock("one") as one, store.lock("two") as two:
        assert one
        assert two


def test_a_killed_holder_frees_the_lock(folder, started):
    """P20: kill -9 of the lock's holder frees it within a second; the lock file that stays means nothing."""
    ready = SPAWN.Event()
    holder = started(hold, folder, ready)
    assert ready.wait(60)
    with EncryptedFileStore(folder, key=KEY, lock_timeout=0.1).lock(NAME) as held:
        assert not held
    os.kill(holder.pid, signal.SIGKILL)
    assert seconds_to_lock(EncryptedFileStore(folder, key=KEY)) < FREED_WITHIN


def test_a_killed_holder_frees_the_lock_though_its_child_lives(folder, started):
    """P20: a process forked while the lock is held does not keep it for a parent that was killed."""
    ready, child = SPAWN.Event(), SPAWN.Value("i", 0)
    holder = started(hold_and_fork, folder, ready, child)
    assert ready.wait(60)
    try:
        os.kill(holder.pid, signal.SIGKILL)
        os.kill(child.value, 0)  # it lives
        assert seconds_to_lock(EncryptedFileStore(folder, key=KEY)) < FREED_WITHIN
    finally:
        os.kill(child.value, signal.SIGKILL)


def test_a_child_forked_inside_the_lock_leaves_the_parents_lock_alone(folder, started):
    """P20: safe over fork() while the lock is held: the child's copy frees nothing and blocks nothing."""
    outcome = SPAWN.Queue()
    started(fork_inside, folder, outcome)
    assert outcome.get(timeout=60) == ("held after the child left", True)
    assert outcome.get(timeout=60) == ("child locked later", True)


def test_an_error_inside_the_lock_frees_it(folder):
    """P19: whatever ends the refresh, the next one can begin."""
    store = EncryptedFileStore(folder, key=KEY, lock_timeout=0.0)
    for error in (ValueError, OSError, KeyboardInterrupt):
        with pytest.raises(error), store.lock(NAME):
            raise error
        with store.lock(NAME) as held:
            assert held


def test_a_wait_for_the_lock_is_bounded(folder, started):
    """P7: a process that holds the lock and hangs cannot hang the others: they go on, with one warning."""
    ready = SPAWN.Event()
    started(hold, folder, ready)
    assert ready.wait(60)
    store = EncryptedFileStore(folder, key=KEY, lock_timeout=0.2)
    with warnings_of_the_client() as warnings:
        for _ in range(2):
            begin = time.monotonic()
            with store.lock(NAME) as held:
                store.save(NAME, token())
            assert not held
            assert time.monotonic() - begin < 10
    with pytest.raises(ValueError, match="own") as caught, store.lock(NAME):
        raise ValueError("own")
    assert caught.value.__context__ is None
    assert store.load(NAME) == token()
    assert len(warnings) <= 2  # a save that worked lets the next fault be told again
    assert "locked by another process" in warnings[0]


def test_the_event_loop_runs_on_while_another_process_holds_the_lock(folder, started):
    """P18: waiting for the lock in a thread lets the loop run: its lag stays below 50 ms during 2 s."""
    ready = SPAWN.Event()
    started(hold, folder, ready, 2.0)
    assert ready.wait(60)
    store = EncryptedFileStore(folder, key=KEY)

    async def measure():
        lags = []

        async def probe():
            while True:
                begin = time.perf_counter()
                await asyncio.sleep(0.01)
                lags.append(time.perf_counter() - begin - 0.01)

        probing = asyncio.create_task(probe())
        waited = await asyncio.to_thread(seconds_to_lock, store)
        probing.cancel()
        return waited, sorted(lags)

    waited, lags = asyncio.run(measure())
    assert waited > 1
    assert lags[int(len(lags) * 0.9)] < 0.05
    assert lags[-1] < 1  # a busy machine may be late at times, but not for as long as the lock was held
