"""Fixtures of the live tests: one Prism for each document, one provider of tokens."""

import contextlib
import json

import pytest

from tests.live.servers import OidcProvider, Prism, mockable
from tests.runtime.auth.secret_scan import watch_over_logs

# Characters that a form and a Basic header must escape; oidc-provider refuses those beyond ASCII.
SECRET = "s+e&c=r%e:t /?"
CLIENTS = {
    "posting": (SECRET, "client_secret_post"),
    "bas:ic+client": (SECRET, "client_secret_basic"),
}


@pytest.fixture(scope="session")
def prism(specs, node_modules, tmp_path_factory):
    """`prism(api)`: the running mock of an API's document, started when first asked for."""
    folder = tmp_path_factory.mktemp("documents")
    running = {}
    with contextlib.ExitStack() as stack:

        def serve(api):
            if api not in running:
                document = folder / f"{api}.json"
                document.write_text(json.dumps(mockable(json.loads(specs[api].read_bytes()))), "utf-8")
                running[api] = stack.enter_context(Prism(document))
            return running[api]

        yield serve


@pytest.fixture(scope="session")
def provider(node_modules):
    """A running oidc-provider whose tokens are valid for twelve hours."""
    with OidcProvider(CLIENTS) as server:
        yield server


@pytest.fixture(autouse=True)
def _no_secret_is_logged(request, monkeypatch):
    """P35: over the full run, no logger of any library writes a token or a secret, unless one is planted."""
    if "planted" in request.node.name:
        yield
        return
    with watch_over_logs(monkeypatch):
        yield
