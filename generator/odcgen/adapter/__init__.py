"""The only door to openapi-python-client: a normalized document in, an `ir.Api` out.

openapi-python-client resolves the references, merges `allOf` and builds the properties. Its Python interface
is declared unstable, so only this package imports it, and `tests/contract` states what is needed of it. The
document goes in *lowered*: every name replaced by a token, so that no name of a document meets the library's
own naming, and every fact the library would drop is joined back from the document by the token.
"""

from .adapt import adapt

__all__ = ["adapt"]
