"""Names that a document cannot take, because a template has given them to something in the same scope.

Few are needed: what a generated file imports steps aside by itself (`render/imports.py`), what is local to it
begins with an underscore, as no name of a document does, and no argument or field is in sight of another's
locals. `tests/unit/test_vocabulary.py` derives these lists from the templates and from what they print.
"""

from __future__ import annotations

from odcgen.kit.namespace import DEVICES

TYPES = frozenset(
    {"bool", "bytes", "classmethod", "dict", "float", "int", "list", "object", "property", "str", "tuple"}
)
"""Builtins in the bodies of generated classes, or likely in those that a template of the user's adds."""

FIELDS = TYPES | {"self", "additional", "decode", "encode", "encode_multipart"}
"""What a model's class has besides its fields."""

SCHEMES = TYPES | {"self", "super"}
"""What no security scheme is called: its API's credentials class has it already."""

OPTIONS = frozenset({"options", "timeout", "headers", "auth", "retry", "budget", "on_progress"})
"""What methods take besides what the document gives them."""

ARGUMENTS = TYPES | OPTIONS | {"self", "body"}
"""What no parameter is called; a method that uploads has a `source` besides."""

SPREAD = ARGUMENTS - {"body"}
"""What no property is called that is an argument: there is no `body` then."""

METHODS = TYPES - {"list"}
"""What no method is called; `list` is, and annotations name the builtin in full where it is."""

CLASSES = frozenset(
    {"ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup"}
    | {"BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError"}
    | {"ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError"}
    | {"DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning", "EnvironmentError", "Exception"}
    | {"ExceptionGroup", "False", "FileExistsError", "FileNotFoundError", "FloatingPointError"}
    | {"FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning", "IndentationError"}
    | {"IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError"}
    | {"MemoryError", "ModuleNotFoundError", "NameError", "None", "NotADirectoryError", "NotImplemented"}
    | {"NotImplementedError", "OSError", "OverflowError", "PendingDeprecationWarning", "PermissionError"}
    | {"ProcessLookupError", "PythonFinalizationError", "RecursionError", "ReferenceError", "ResourceWarning"}
    | {"RuntimeError", "RuntimeWarning", "StopAsyncIteration", "StopIteration", "SyntaxError"}
    | {"SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError", "True", "TypeError"}
    | {"UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError"}
    | {"UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning", "WindowsError"}
    | {"ZeroDivisionError"}
)
"""The builtins that begin with a capital, of every Python: no `except KeyError` must catch a model."""

MARKER = "ClassVar"
"""How no model begins: attrs takes an annotation that does for that of no field at all."""

MODULES = DEVICES | {"models"}
"""What no resource is called: a module has the name, or no file can."""
