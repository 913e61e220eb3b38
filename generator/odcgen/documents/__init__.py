"""Bytes to `Document`: JSON and YAML text with places, pointers, and the walk over OpenAPI objects."""
