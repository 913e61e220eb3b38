"""A new process: importing the package, and importing it and making one call."""

import sys

from benchmarks.loopback import loopback
from benchmarks.measure import ROOT, command, compile_all, interleaved, scratch, table
from benchmarks.peers import Peer

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


def side(code, path):
    """The seconds of a new interpreter that runs `code`."""
    return lambda: command(sys.executable, "-c", code, env={"PYTHONPATH": str(path)})


def run(rounds=25):
    """Measure, and return Markdown."""
    with scratch() as folder, loopback() as url:
        module = Peer(ROOT / "specs" / "identity.json", folder).module("get", "/users")
        compile_all(folder)
        compile_all(ROOT / "generated")
        imports = {
            "python": side("pass", folder),
            "import httpx": side("import httpx", folder),
            "import odc_client": side("import odc_client", ROOT / "generated"),
        }
        calls = {
            "raw httpx": side(RAW.format(url=url), folder),
            "odc_client": side(OURS.format(url=url), ROOT / "generated"),
            "openapi-python-client": side(THEIRS.format(url=url, module=module), folder),
        }
        medians = interleaved(imports | calls, rounds)
    imported = {name: medians[name] for name in imports}
    called = {name: medians[name] for name in calls}
    return "\n\n".join(
        (
            table("Import", imported, "import httpx", "ms", {"import odc_client": "at most 20 ms more"}),
            table(
                "Import and first call (100 users)", called, "raw httpx", "ms", {"odc_client": "at most 1.2"}
            ),
        )
    )
