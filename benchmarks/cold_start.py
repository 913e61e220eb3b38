"""A new process: importing the package, and importing it and making one call."""

import os
import sys

from benchmarks.loopback import loopback
from benchmarks.measure import ROOT, command, compile_all, interleaved, scratch, table
from benchmarks.peers import Peer, link_only

RAW = """
import httpx
with httpx.Client(headers={{"Authorization": "Bearer token"}}) as client:
    users = client.get("{url}/users", params={{"limit": 100}}).json()["results"]
assert len(users) == 100
"""
OURS = """
from odc_client import OdcClient, StaticToken
with OdcClient(base_urls={{"identity": "{url}"}}, credentials=StaticToken("token")) as odc:
    users = odc.identity.users.list(limit=100).to_list()
assert len(users) == 100
"""
THEIRS = """
from identity import AuthenticatedClient
from {module} import sync
with AuthenticatedClient(base_url="{url}", token="token") as client:
    users = sync(client=client, limit=100).results
assert len(users) == 100
"""


def side(code, *folders):
    """The seconds of a new interpreter that runs `code` and sees only the standard library and `folders`."""
    path = os.pathsep.join(str(folder) for folder in folders)
    return lambda: command(sys.executable, "-S", "-c", code, env={"PYTHONPATH": path})


def run(rounds=25):
    """Measure, and return Markdown."""
    ours = ROOT / "generated"
    with scratch() as folder, loopback() as url:
        module = Peer(ROOT / "specs" / "identity.json", folder).module("get", "/users")
        libraries = link_only(("httpx", "attrs"), folder / "libraries")
        compile_all(folder / "identity")
        compile_all(ours)
        imports = {
            "python": side("pass"),
            "import httpx": side("import httpx", libraries),
            "import odc_client": side("import odc_client", ours, libraries),
            "from odc_client import OdcClient": side("from odc_client import OdcClient", ours, libraries),
        }
        calls = {
            "raw httpx": side(RAW.format(url=url), libraries),
            "odc_client": side(OURS.format(url=url), ours, libraries),
            "openapi-python-client": side(THEIRS.format(url=url, module=module), folder, libraries),
        }
        medians = interleaved(imports | calls, rounds)
    imported = {name: medians[name] for name in imports}
    called = {name: medians[name] for name in calls}
    wanted = {
        "import odc_client": "at most 20 ms more",
        "from odc_client import OdcClient": "at most 20 ms more",
    }
    return "\n\n".join(
        (
            table("Import", imported, "import httpx", "ms", wanted),
            table(
                "Import and first call (100 users)", called, "raw httpx", "ms", {"odc_client": "at most 1.2"}
            ),
        )
    )
