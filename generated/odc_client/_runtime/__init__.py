"""The spec-independent half of a generated client, laid out on floors: each knows those above it.

`kernel` knows only the HTTP library; then come `errors`, `site` (where the portal is), `policy` (what a call
may be told), `wire` (values into requests, answers into values), `auth` (the credential hook, which knows the
first three only), `call`, `transport`, `flows` (what takes several requests) and `face`, which generated code
stands on.
"""
