"""The one module that imports the HTTP library; every other module takes it from here.

A package generated with `http = "httpx2"` differs in this module alone.
"""

import httpx as httpx

__all__ = ["REFUSED", "httpx"]

REFUSED = "odc_refused"
"""The request extension that is called with an answer 401 whose request is sent once more."""
