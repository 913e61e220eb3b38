"""Programs that use everything an API offers, as its callers would: proof of the Python verdict.

What an API offers is asked of the generated package itself: `inspect.signature` of each method and model.
"""

import ast
import enum
import functools
import inspect
import re
import subprocess
import sys

import attrs

_ERROR = re.compile(r"^[^:]+:(\d+): error:")


class Caller:
    """Writes a typed program over one API; each line knows which public name it uses."""

    def __init__(self, package, api, name):
        """Take a generated package, the name of an API in it, and the name that its versions share."""
        self._package, self._api, self._name = package, api, name
        self._folder = package.folder.name
        self._models = package.module(f"{api}.models")
        self.lines = []
        self._imports = {}
        for resource, class_ in self._resources():
            for method, function in vars(class_).items():
                if inspect.isfunction(function) and not method.startswith("_"):
                    self._call(f"{resource}.{method}", function)
        for model in map(functools.partial(getattr, self._models), self._models.__all__):
            if issubclass(model, enum.Enum):
                for member in model.__members__:
                    self._write(f"{model.__name__}.{member}", f"print(m.{model.__name__}.{member})")
            else:
                self._use_model(model)
        head = [
            "from __future__ import annotations",
            f"import {self._folder} as root",
            f"import {self._folder}.{api}.models as m",
            *dict.fromkeys(self._imports.values()),
        ]
        self.lines = [*(("", line) for line in head), *self.lines]

    def moved_to(self, api):
        """Return the program as it reads with another API of the same package."""
        pattern = re.compile(rf"\b(odc|{self._folder})\.{self._api}\b")
        return "\n".join(pattern.sub(rf"\1.{api}", line) for _, line in self.lines)

    def _resources(self):
        """Yield the name and the class of each resource, noting what its module imports."""
        module = self._package.module(self._api)
        for whole in list(vars(module).values()):
            if not (inspect.isclass(whole) and whole.__module__ == module.__name__):
                continue
            if whole.__name__.startswith("Async"):
                continue
            for name, value in list(vars(whole).items()):
                if isinstance(value, functools.cached_property):
                    home = self._package.module(f"{self._api}.{name}")
                    self._note_imports(home)
                    yield name, getattr(home, inspect.signature(value.func).return_annotation)

    def _note_imports(self, module):
        """Remember from where a module of the package has the names of its annotations."""
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Import):
                self._imports |= {ast.unparse(node): ast.unparse(node)}
            elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
                home = node.module or ""
                if "_runtime" in home and node.level:
                    home = f"{self._folder}.{home}"
                elif node.level:
                    continue  # a model, which is used as `m.Model`
                self._imports |= {one.name: f"from {home} import {one.name}" for one in node.names}

    def _call(self, name, function):
        """Call a method with all of its arguments, and with those it requires."""
        signature = inspect.signature(function)
        arguments = [one for one in signature.parameters.values() if one.name != "self"]
        arguments = [one for one in arguments if one.kind is not one.VAR_KEYWORD]
        positional = [one for one in arguments if one.kind is not one.KEYWORD_ONLY]
        given = "".join(f", {one.name}: {self._type(one.annotation)}" for one in arguments)
        by_place = [one.name if one in positional else f"{one.name}={one.name}" for one in arguments]
        pairs = list(zip(arguments, by_place, strict=True))
        needed = [text for one, text in pairs if one.default is one.empty]
        by_name = [f"{one.name}={one.name}" for one in arguments]
        returns = self._type(signature.return_annotation)
        used = f"{self._name}.{name}"
        self._write(used, f"def call_{len(self.lines)}(odc: root.{self._package.ir.client}{given}) -> None:")
        for number, chosen in enumerate((by_place, needed, by_name)):
            start = "" if returns == "None" else f"r{number}: {returns} = "
            self._write(used, f"    {start}odc.{self._api}.{name}({', '.join(chosen)})")

    def _use_model(self, model):
        """Read every attribute of a model that is received, and make one that is sent."""
        short, number = model.__name__, len(self.lines)
        self._note_imports(sys.modules[model.__module__])
        self._write(short, f"def read_{number}(it: m.{short}) -> None:", "    print(it)")
        if hasattr(model, "decode"):
            for one in attrs.fields(model):
                self._write(short, f"    a_{one.name}: {self._type(one.type)} = it.{one.name}")
        if hasattr(model, "encode") or hasattr(model, "encode_multipart"):
            arguments = list(inspect.signature(model).parameters.values())
            given = ", ".join(f"{one.name}: {self._type(one.annotation)}" for one in arguments)
            everything = ", ".join(f"{one.name}={one.name}" for one in arguments)
            needed = ", ".join(f"{one.name}={one.name}" for one in arguments if one.default is one.empty)
            self._write(
                short, f"def make_{number}({given}) -> m.{short}:", f"    m.{short}({needed})",
                f"    return m.{short}({everything})",
            )  # fmt: skip

    def _type(self, annotation):
        """An annotation of the package, its models named by their module."""
        return ast.unparse(
            _Qualified(set(self._models.__all__)).visit(ast.parse(str(annotation), mode="eval"))
        )

    def _write(self, name, *lines):
        if not name.startswith(f"{self._name}."):
            name = f"{self._name}.{name}"
        self.lines += [(name, line) for line in lines]


class _Qualified(ast.NodeTransformer):
    """Writes `m.Model` for `Model`."""

    def __init__(self, models):
        self._models = models

    def visit_Name(self, node):
        if node.id not in self._models:
            return node
        return ast.Attribute(ast.Name("m"), node.id)


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
