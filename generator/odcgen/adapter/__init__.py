"""The only door to openapi-python-client: a normalized document in, an `ir.Api` out.

The document is read with the library's document model (`openapi_python_client.schema`), which hands out typed
objects and keeps extensions; the IR is lifted from those. Each module has one question: `types` which type
a schema becomes, `models` which class, `parameters`, `bodies`, `responses` and `paging` what an operation is
made of. The library's parser is the oracle of `tests/contract` and takes no part here.
"""

from .adapt import adapt

__all__ = ["adapt"]
