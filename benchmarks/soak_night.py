"""Twelve hours of a deployment pipeline against a portal that has a bad night, on a clock that jumps."""

import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from uuid import UUID

from benchmarks.measure import ROOT
from benchmarks.soak_portal import HOUR, USERS, BadPortal
from benchmarks.soak_table import Row
from tests.runtime.auth.clocks import FakeClock

HOURS, BETWEEN_ROUNDS = 12, 120.0
ASSET = UUID(int=7)


def run():
    """Play the night; tell how the calls ended, and whether a write was done twice."""
    sys.path.insert(0, str(ROOT / "generated"))
    clock, begin = FakeClock(time.time()), time.monotonic()
    with BadPortal(clock) as portal, tempfile.TemporaryDirectory() as folder:
        ends = _night(portal, clock, Path(folder) / "client.json")
    calls, failed = ends.total(), ends["failed"]
    seconds = time.monotonic() - begin
    what = f"{HOURS} simulated hours ({seconds:.0f} s), {calls} calls: answered; failed cleanly; otherwise"
    figures = f"{ends['answered']}; {failed}; {ends['otherwise']}"
    yield Row(what, figures, "most; few; 0", not ends["otherwise"] and failed < 0.2 * calls)
    twice = sum(count > 1 for count in portal.done.values())
    yield Row(f"of {len(portal.done)} writes: done twice", str(twice), "0", twice == 0)
    tokens, least = len(portal.issued), int(HOURS * HOUR / portal.expires_in)
    what = f"the same night: tokens issued, where {least} lives of a token fill it; attempts answered 401"
    yield Row(what, f"{tokens}; {portal.refused}", "few; few", tokens < 2 * least and portal.refused < least)


def _night(portal, clock, file):
    from odc_client import OdcClient
    from odc_client._runtime.auth.portal import Portal
    from odc_client._runtime.auth.sources.file import TokenFile
    from odc_client.auth import BASE_PATHS, OnBeforeRequest

    class ClockedFile(TokenFile):
        def exchange(self, client_id, secret, **options):
            return super().exchange(client_id, secret, clock=clock, **options)

    _put_secret(file, portal.client[1])
    urls = {name: portal.url + path for name, path in BASE_PATHS.items()}
    auth = OnBeforeRequest(Portal(portal.url), ClockedFile(file), base_urls=urls, clock=clock)
    ends = Counter()
    with OdcClient(portal.url, credentials=auth) as odc:
        odc._transport.clock, odc._transport.sleep = clock.monotonic, clock.sleep
        number = 0
        while portal.hour < HOURS:
            number += 1
            _round(odc, number, ends)
            clock.advance(BETWEEN_ROUNDS)
            time.sleep(0.002)  # lets a refresh in the background land
            if secret := portal.rotation():
                _put_secret(file, secret)
    return ends


def _put_secret(file, secret):
    new = file.with_suffix(".new")
    new.write_text(json.dumps({"client_id": "client", "client_secret": secret}))
    new.replace(file)


def _round(odc, number, ends):
    """Read all users, change one, start a build and wait for it."""
    from odc_client.identity import UserProfilePatch

    users = _call(ends, lambda: odc.identity.users.list().to_list())
    assert users is None or len(users) == USERS, users
    _call(ends, lambda: odc.identity.users.update(ASSET, UserProfilePatch(name=f"change {number}")))
    build = _call(ends, lambda: odc.builds.build_operations.start(asset_key=ASSET, revision=number))
    if build is not None:
        done = _call(ends, lambda: odc.builds.build_operations.wait(build.key, timeout=1800))
        assert done is None or done.status == "Finished", done


def _call(ends, action):
    from odc_client import OdcError

    try:
        result = action()
    except OdcError:
        ends["failed"] += 1
        return None
    except Exception as error:  # noqa: BLE001 - counted: it must not happen
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        ends["otherwise"] += 1
        return None
    ends["answered"] += 1
    return result
