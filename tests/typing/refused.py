"""What mypy and pyright must refuse: an ignore that ignores nothing is an error itself; never run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from uuid import UUID

from odc_client import AsyncOdcClient, OdcClient
from odc_client.identity import User, UserProfilePatch


def wrong(odc: OdcClient, twin: AsyncOdcClient, key: UUID) -> None:
    odc.identity.users.get()  # type: ignore[call-arg]
    odc.identity.users.get(key, timeout="soon")  # type: ignore[arg-type]
    odc.identity.users.get(key, tiemout=5)  # type: ignore[call-arg]
    odc.identity.users.list(stauts="Inactive")  # type: ignore[call-arg]
    odc.builds.build_operations.wait(key, timout=5)  # type: ignore[call-arg]
    odc.with_raw_response(odc.identity.users.get)(key, tiemout=5)  # type: ignore[call-arg]
    twin.identity.users.list(stauts="Inactive")  # type: ignore[call-arg]
    OdcClient(tiemout=5)  # type: ignore[call-arg]
    AsyncOdcClient(tiemout=5)  # type: ignore[call-arg]
    odc.identity.users.list(status=7)  # type: ignore[arg-type]
    odc.identity.users.update(key, {"name": None})  # type: ignore[arg-type]
    odc.identity.users.update(key, UserProfilePatch(nmae=None))  # type: ignore[call-arg]
    odc.identity.usres.get(key)  # type: ignore[attr-defined]
    odc.builds.build_operations.wait()  # type: ignore[call-arg]
    user: User = twin.identity.users.get(key)  # type: ignore[assignment]
    user.nmae  # type: ignore[attr-defined]  # noqa: B018
    for item in twin.identity.users.list():  # type: ignore[attr-defined]
        del item
    OdcClient(42)  # type: ignore[arg-type]
