"""The spec-independent half of a generated client: transport, codec, errors, paging, polling, transfer."""
