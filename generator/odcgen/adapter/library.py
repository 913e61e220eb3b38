"""openapi-python-client's document model, imported without the generator around it.

Importing the library's package runs its own generator: jinja2, httpx, ruamel.yaml and the parser, which cost
as much again as the model. A bare package takes its place for as long as the model is being imported.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec

_LIBRARY = "openapi_python_client"


@contextmanager
def _package_only() -> Generator[None, None, None]:
    """Let submodules of the library be imported while its `__init__` is not run."""
    spec = None if _LIBRARY in sys.modules else find_spec(_LIBRARY)
    if spec is None:
        yield
        return
    sys.modules[_LIBRARY] = module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[_LIBRARY]


with _package_only():
    from openapi_python_client.schema import (
        DataType,
        MediaType,
        Operation,
        Parameter,
        Reference,
        RequestBody,
        Response,
        Schema,
        UntrustedString,
    )

AnySchema = Reference | Schema
"""A schema as it stands in a document: itself, or a reference with notes beside it."""

__all__ = [
    "AnySchema",
    "DataType",
    "MediaType",
    "Operation",
    "Parameter",
    "Reference",
    "RequestBody",
    "Response",
    "Schema",
    "UntrustedString",
]
