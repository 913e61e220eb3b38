"""Valid arguments for any generated method, built from its signature and type hints."""

import ast
import enum
import functools
import importlib
import inspect
import pkgutil
import sys
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import attrs

NOW = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)
DEPTH = 4  # how deep optional models are filled

# In the order in which the kinds of a union are preferred: the narrowest says most about the document.
SIMPLE = {
    UUID: UUID("4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"),
    datetime: NOW,
    date: NOW.date(),
    bool: True,
    int: 7,
    float: 7.5,
    str: "urn:acme:7",  # fits where a document asks for a URI, too
    bytes: b"a file",
}
LISTS = (list, set, tuple, Iterable, Sequence)
MAPS = (dict, Mapping)
OPEN = {typing.Any: {"any": "value"}, object: {"any": "value"}, dict: {"any": "value"}}


class NoValueError(Exception):
    """No value can be built for a type hint."""


def operations(package, api):
    """The `Operation` constants of an API, by their public name."""
    kind = importlib.import_module(f"{package}._runtime.kernel.operation").Operation
    folder = importlib.import_module(f"{package}.{api}")
    found = {}
    for info in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
        if ".models" not in info.name:
            for value in vars(importlib.import_module(info.name)).values():
                if isinstance(value, kind):
                    found[value.name] = value
    return found


@functools.cache
def namespace(module):
    """A module's names, with those that it has for type checkers only."""
    names = dict(vars(module))
    for node in ast.parse(Path(module.__file__).read_bytes()).body:
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            for statement in node.body:
                if isinstance(statement, ast.ImportFrom):
                    names |= imported(statement, module.__package__)
                else:
                    exec(compile(ast.Module([statement], []), module.__file__, "exec"), names)
    return names


def imported(statement, package):
    """The names that a `from` import brings, also those that its module has for type checkers only."""
    source = importlib.import_module("." * statement.level + (statement.module or ""), package)
    return {
        alias.asname or alias.name: getattr(source, alias.name, None) or namespace(source)[alias.name]
        for alias in statement.names
    }


def hints(subject):
    """The resolved type hints of a method or a class."""
    return typing.get_type_hints(subject, namespace(sys.modules[subject.__module__]))


def variants(method):
    """Yield (args, kwargs) for each way to call: required arguments only, all, each kind of body."""
    resolved = hints(method)
    parameters = [
        parameter
        for parameter in inspect.signature(method).parameters.values()
        if parameter.kind is not parameter.VAR_KEYWORD
    ]
    required = [parameter for parameter in parameters if parameter.default is parameter.empty]
    yield call(required, resolved, full=False)
    yield call(parameters, resolved, full=True)
    for parameter in parameters:
        if parameter.name == "body":
            for kind in members(resolved["body"])[1:]:
                yield call(parameters, resolved | {"body": kind}, full=True)


def call(parameters, resolved, full):
    """Arguments for the given parameters; `full` fills the optional fields of models, too."""
    args, kwargs = [], {}
    for parameter in parameters:
        argument = value(resolved[parameter.name], full)
        if parameter.kind is parameter.KEYWORD_ONLY:
            kwargs[parameter.name] = argument
        else:
            args.append(argument)
    return args, kwargs


def members(hint):
    """The kinds of a union that a value can be built for, the narrowest first; other hints are their own."""
    if typing.get_origin(hint) is typing.Annotated:
        return members(typing.get_args(hint)[0])
    if typing.get_origin(hint) not in {typing.Union, types.UnionType}:
        return [hint]
    kinds = [kind for part in typing.get_args(hint) for kind in members(part)]
    buildable = [kind for kind in kinds if kind is not type(None) and can_build(kind)]
    narrow = [kind for kind in buildable if kind not in SIMPLE]
    if any(isinstance(kind, type) and issubclass(kind, enum.Enum) for kind in narrow):
        return narrow  # `Status | str`: the text is the open end of the enum, no kind of its own
    if any(isinstance(kind, type) and attrs.has(kind) for kind in narrow):
        narrow = [kind for kind in narrow if typing.get_origin(kind) not in MAPS]  # the open end of a union
    return narrow + [kind for kind in SIMPLE if kind in buildable][: 1 if not narrow else None]


def can_build(kind):
    """Whether a value of the kind can be built; an enum of marks such as UNSET is none."""
    if typing.get_origin(kind) in {*LISTS, *MAPS, typing.Literal} or kind in SIMPLE or kind in OPEN:
        return True
    if not isinstance(kind, type):
        return False
    return attrs.has(kind) or is_file(kind) or (issubclass(kind, enum.Enum) and kind.__name__ != "Unset")


def is_file(kind):
    """Whether this is the runtime's file of a multipart body."""
    return kind.__name__ == "File" and kind.__module__.endswith("._runtime.kernel.files")


def value(hint, full=True, depth=0):
    """A value of the type `hint`."""
    kind = (members(hint) or [hint])[0]
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return parts[0]
    if origin in LISTS:
        return [value(parts[0], full, depth + 1)]
    if origin in MAPS:
        return {"key": value(parts[1], full, depth + 1)}
    if kind in SIMPLE:
        return SIMPLE[kind]
    if kind in OPEN:
        return OPEN[kind]
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    if isinstance(kind, type) and is_file(kind):
        return kind(b"a file", "a file.bin")
    if isinstance(kind, type) and attrs.has(kind):
        return model(kind, full, depth)
    raise NoValueError(f"no value for {hint!r}")


def model(kind, full, depth):
    """An instance of a generated model; beyond DEPTH only its required fields are filled.

    What is out of its repr holds the keys that the document does not name, and Prism refuses such.
    """
    resolved = hints(kind)
    fields = [
        field
        for field in attrs.fields(kind)
        if field.init and field.repr and (field.default is attrs.NOTHING or (full and depth < DEPTH))
    ]
    return kind(**{field.alias: value(resolved[field.name], full, depth + 1) for field in fields})


def fits(answer, hint):
    """Whether what a call returned is of its annotated type, as far down as the first item."""
    if hint in {None, type(None)}:
        return answer is None
    if hint in (typing.Any, object):
        return True
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return any(fits(answer, part) for part in parts)
    if origin is list:
        return isinstance(answer, list) and all(fits(item, parts[0]) for item in answer)
    if origin is dict:
        return isinstance(answer, dict) and all(fits(item, parts[1]) for item in answer.values())
    if origin is typing.Literal:
        return answer in parts
    return isinstance(answer, origin or hint)
