"""Programs that use everything an API offers, as its callers would: proof of the Python verdict."""

import re
import subprocess
import sys

from odcgen.diff.python.types import NOTHING

_ERROR = re.compile(r"^[^:]+:(\d+): error:")


class Caller:
    """Writes a typed program over one API; each line knows which public name it uses."""

    def __init__(self, package, surface, api):
        self._package = package
        self._classes = {name.rpartition(".")[2] for name in (*surface.classes, *surface.enums)}
        self._api = api
        self.lines = []
        self._write(
            "",
            "from __future__ import annotations",
            "import datetime as dt",
            "from collections.abc import Callable, Sequence",
            "from pathlib import Path",
            "from typing import Any, BinaryIO, Literal",
            "from uuid import UUID",
            f"import {package.name} as root",
            f"import {package.name}.{api}.models as m",
            f"from {package.name}._runtime.unset import Unset",
        )
        for name, function in surface.functions.items():
            self._call(name, function, package.client)
        for name, model in surface.classes.items():
            self._use_model(name, model)
        for name, enum in surface.enums.items():
            for member in enum.members:
                self._write(f"{name}.{member}", f"print(m.{name.rpartition('.')[2]}.{member})")

    def moved_to(self, api):
        """Return the program as it reads with another API of the same package."""
        pattern = re.compile(rf"\b(odc|{self._package.name})\.{self._api}\b")
        return "\n".join(pattern.sub(rf"\1.{api}", line) for _, line in self.lines)

    def _call(self, name, function, client):
        """Call a method with all of its arguments, and with those it requires."""
        everything = [*function.positional, *function.keywords.values()]
        given = "".join(f", {argument.name}: {self._type(argument.type)}" for argument in everything)
        method = f"odc.{self._api}.{name.partition('.')[2]}"
        positional = [argument.name for argument in function.positional]
        named = [f"{argument.name}={argument.name}" for argument in function.keywords.values()]
        needed = [argument.name for argument in function.positional if argument.required]
        needed += [f"{one.name}={one.name}" for one in function.keywords.values() if one.required]
        by_name = [f"{one.name}={one.name}" for one in everything]
        self._write(name, f"def call_{len(self.lines)}(odc: root.{client}{given}) -> None:")
        for number, arguments in enumerate(([*positional, *named], needed, by_name)):
            start = "" if function.returns == NOTHING else f"r{number}: {self._type(function.returns)} = "
            self._write(name, f"    {start}{method}({', '.join(arguments)})")

    def _use_model(self, name, model):
        """Read every attribute of a model, and make one if callers do."""
        short = name.rpartition(".")[2]
        number = len(self.lines)
        self._write(name, f"def read_{number}(it: m.{short}) -> None:", "    print(it)")
        for attribute, type_ in model.attributes.items():
            self._write(name, f"    a_{attribute}: {self._type(type_)} = it.{attribute}")
        if model.arguments:
            given = ", ".join(f"{one.name}: {self._type(one.type)}" for one in model.arguments.values())
            everything = ", ".join(f"{one}={one}" for one in model.arguments)
            needed = ", ".join(f"{one.name}={one.name}" for one in model.arguments.values() if one.required)
            self._write(
                name, f"def make_{number}({given}) -> m.{short}:", f"    m.{short}({needed})",
                f"    return m.{short}({everything})",
            )  # fmt: skip

    def _type(self, annotation):
        return " | ".join(sorted((self._one(one) for one in annotation), key=lambda text: text == "None"))

    def _one(self, alternative):
        name = alternative.name
        if name in self._classes:
            return f"m.{name}"
        if name in {"Pager", "File"}:
            name = f"root.{name}"
        if name == "Callable":
            return "Callable[[Any], object]"
        if not alternative.inside:
            return name
        return f"{name}[{'str, ' if name == 'dict' else ''}{self._type(alternative.inside)}]"

    def _write(self, name, *lines):
        self.lines += [(name, line) for line in lines]


def failing_names(programs, folder):
    """Return the public names whose use mypy refuses, for each program given as name -> (caller, API)."""
    for name, (caller, api) in programs.items():
        (folder / f"{name}.py").write_text(caller.moved_to(api) + "\n", "utf-8")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", "--no-pretty",
               "--follow-imports=silent", "--cache-dir", str(folder / "cache"),
               *(f"{name}.py" for name in programs)]  # fmt: skip
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=280)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    found = {name: {} for name in programs}
    for line in done.stdout.splitlines():
        if match := _ERROR.match(line):
            program = line.partition(".py:")[0]
            used = programs[program][0].lines[int(match[1]) - 1][0]
            found[program].setdefault(used, []).append(line)
    return found
