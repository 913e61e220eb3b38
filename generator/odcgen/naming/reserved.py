"""Names that generated code needs for itself."""

from __future__ import annotations

FIELDS = frozenset(
    {
        "decode",
        "encode",
        "encode_multipart",
        "additional",
        "field",
        "self",
        "cls",
        "data",
        "dt",
        "at",
        "get",
        "v",
        "body",
    }
    | {
        "str",
        "int",
        "float",
        "bool",
        "list",
        "dict",
        "bytes",
        "object",
        "property",
        "classmethod",
        "UUID",
    }
)
"""Field names that would shadow a method of the model, a local of its codec, or a type of its annotations."""

ARGUMENTS = frozenset(
    {"self", "options", "body", "models", "timeout", "headers", "auth", "retry", "budget", "on_progress"}
    | {"str", "int", "float", "bool", "bytes", "dict", "dt", "builtins"}
)
"""Argument names that every method has already, and the types of its annotations."""

METHODS = frozenset({"with_options", "str", "int", "float", "bool", "bytes", "dict", "object", "tuple"})
"""Method names that would shadow a type in the annotations of the methods after them."""

CLASSES = frozenset(
    {
        "Any",
        "Self",
        "UUID",
        "Const",
        "Literal",
        "Unset",
        "UNSET",
        "File",
        "Page",
        "Pager",
        "AsyncPager",
        "Operation",
    }
    | {
        "Paging",
        "Query",
        "Poll",
        "Resource",
        "AsyncResource",
        "CallOptions",
        "Sequence",
        "Mapping",
        "Unpack",
        "Enum",
    }
    | {"StrEnum", "IntEnum", "DecodeError", "TYPE_CHECKING", "None", "True", "False"}
)
"""Class names that generated modules import."""

MODULES = frozenset({"models", "auth", "hooks", "errors", "test", "tests"})
"""Module names of the generated package."""
