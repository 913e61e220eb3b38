"""Calls over the loopback on a connection kept alive: one user, and a page of 1,000."""

import importlib
import sys

import httpx

from benchmarks.loopback import loopback
from benchmarks.measure import ROOT, interleaved, scratch, table, timed
from benchmarks.peers import Peer

KEY = "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"


def run(rounds=40):
    """Measure, and return Markdown."""
    sys.path.insert(0, str(ROOT / "generated"))
    package = importlib.import_module("odc_client")
    with scratch() as folder, loopback() as url:
        peer = Peer(ROOT / "specs" / "identity.json", folder)
        one, many = peer.endpoint("get", "/users/{}"), peer.endpoint("get", "/users")
        theirs = peer.client(url)
        raw = httpx.Client(headers={"Authorization": "Bearer token"})
        token = package.StaticToken("token")
        # More calls a minute than ODC allows: the client would wait for its budget.
        odc = package.OdcClient(base_urls={"identity": url}, credentials=token, rate_limit=False)
        with raw, theirs, odc:
            small = {
                "httpx.Client.get(…).json()": lambda: raw.get(f"{url}/users/{KEY}").json(),
                "odc_client": lambda: odc.identity.users.get(KEY),
                "openapi-python-client": lambda: one.sync(KEY, client=theirs),
            }
            large = {
                "httpx.Client.get(…).json()": lambda: raw.get(f"{url}/users", params={"limit": 1000}).json(),
                "odc_client": lambda: odc.identity.users.list(limit=1000).to_list(),
                "openapi-python-client": lambda: many.sync(client=theirs, limit=1000),
            }
            for call in (*small.values(), *large.values()):
                assert call()
            base = "httpx.Client.get(…).json()"
            called = interleaved({name: timed(call, 50) for name, call in small.items()}, rounds)
            paged = interleaved({name: timed(call, 5) for name, call in large.items()}, rounds)
    return "\n\n".join(
        (
            table("A small call over the loopback", called, base, "µs", {"odc_client": "at most 1"}),
            table("A page of 1,000 users over the loopback", paged, base, "µs"),
        )
    )
