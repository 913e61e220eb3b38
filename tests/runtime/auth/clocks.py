"""Clocks that stand still until a test moves them."""

import time


class FakeClock:
    """Both clocks in one; sleeping moves them and is remembered."""

    def __init__(self, wall=1_800_000_000.0):
        self.wall_time, self.time, self.slept = wall, 1000.0, []

    def wall(self):
        return self.wall_time

    def monotonic(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.advance(seconds)

    def advance(self, seconds):
        self.time += seconds
        self.wall_time += seconds

    def step_wall(self, seconds):
        self.wall_time += seconds


def until(condition, seconds=10.0):
    """Wait for something that happens on another thread."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.002)
