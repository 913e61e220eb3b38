"""The semantic difference of two OpenAPI documents: what changes on the wire, and what was only renamed."""
