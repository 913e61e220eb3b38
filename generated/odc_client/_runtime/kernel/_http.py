"""The one module that imports the HTTP library; every other module takes it from here.

A package generated with `http = "httpx2"` differs in this module alone.
"""

import httpx as httpx

__all__ = ["httpx"]
