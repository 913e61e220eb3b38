"""`make soak`: measure what docs/reliability.md promises, on the loopback, and write its table anew.

It fails if a figure is not as wanted, and then writes nothing.
"""

import logging
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import soak_latency, soak_night, soak_store, soak_tokens
from benchmarks.measure import ROOT, machine
from benchmarks.soak_table import HEAD, Row

PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- soak: begin -->", "<!-- soak: end -->"
KILLS = 1000


def kills():
    """Count the caches that writers killed with kill -9 leave unreadable."""
    logging.disable(logging.WARNING)  # unreadable caches are counted, not told
    try:
        with tempfile.TemporaryDirectory() as folder:
            found = soak_store.kill_writers(KILLS, Path(folder) / "cache")
    finally:
        logging.disable(logging.NOTSET)
    hit = found["killed_in_a_write"]
    what = f"{KILLS} times kill -9 of a writer ({hit} of them within a write): unreadable caches"
    unreadable = found["unreadable"]
    yield Row(what, str(unreadable), "0", unreadable == 0)


def measure():
    """Run every section, telling each figure as it comes; return the table."""
    rows, begin = [], time.monotonic()
    print(HEAD)
    for section in (soak_tokens.run, soak_latency.run, kills, soak_night.run):
        for row in section():
            print(row, flush=True)
            rows.append(row)
    taken = f"Measured in {time.monotonic() - begin:.0f} s with {machine()}."
    return all(row.kept for row in rows), "\n".join([HEAD, *map(str, rows), "", taken])


def main():
    """Measure, and put the table into the page."""
    kept, table = measure()
    if not kept:
        return 1
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
