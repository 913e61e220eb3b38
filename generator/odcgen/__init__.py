"""Generates a typed Python client from the OpenAPI documents of OutSystems Developer Cloud."""

__version__ = "0.1.0"
