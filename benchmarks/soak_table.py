"""The rows of the table in docs/reliability.md."""

from dataclasses import dataclass

HEAD = "| what | measured | wanted |\n| --- | ---: | ---: |"


@dataclass(frozen=True)
class Row:
    """One figure; `kept` tells whether it is as wanted."""

    what: str
    measured: str
    wanted: str
    kept: bool

    def __str__(self):
        return f"| {self.what} | {self.measured}{'' if self.kept else ' **missed**'} | {self.wanted} |"
