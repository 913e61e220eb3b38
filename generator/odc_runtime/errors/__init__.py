"""The one error tree of a generated client; everything that it raises on purpose is an `OdcError`."""
