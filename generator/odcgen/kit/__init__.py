"""The few helpers that know nothing of OpenAPI."""
