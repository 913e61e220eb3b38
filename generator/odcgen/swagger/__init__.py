"""From Swagger 2.0, which ODC apps publish of their own REST APIs, to OpenAPI 3.0."""

from .document import convert, is_swagger

__all__ = ["convert", "is_swagger"]
