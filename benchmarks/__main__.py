"""`python -m benchmarks [NAME …]`: measure and print Markdown for docs/performance.md."""

import argparse
import importlib

from benchmarks.measure import machine

SECTIONS = ("generation", "cold_start", "decoding", "calling")


def main():
    """Run the chosen sections, or all."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measure speed as ratios in one run.")
    parser.add_argument("sections", nargs="*", metavar="NAME", help=", ".join(SECTIONS))
    parser.add_argument("--rounds", type=int, help="how often each side runs; the default differs by section")
    chosen = parser.parse_args()
    if unknown := set(chosen.sections) - set(SECTIONS):
        parser.error(f"there is no section {', '.join(sorted(unknown))}; choose from {', '.join(SECTIONS)}")
    print(f"Medians of interleaved runs. {machine()}.")
    for name in chosen.sections or SECTIONS:
        options = {"rounds": chosen.rounds} if chosen.rounds else {}
        print(f"\n{importlib.import_module(f'benchmarks.{name}').run(**options)}", flush=True)


if __name__ == "__main__":
    main()
