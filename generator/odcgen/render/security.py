"""The APIs of a package that are not at ODC's portal, with what their security schemes are given."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir
from odcgen.kit.namespace import Namespace
from odcgen.kit.variables import bases, prefixes, variables, ways
from odcgen.kit.words import pascal

_CLASSES = {
    "key": "ApiKey",
    "basic": "Basic",
    "login": "Login",
    "bearer": "Bearer",
    "oauth2": "OAuth2",
    "openid": "OpenIdConnect",
    "unserved": "Unserved",
}
_VALUES = {"key": "KeyGiven", "basic": "PairGiven", "login": "PairGiven", "unserved": "AuthGiven"}


@frozen
class SchemeView:
    """One security scheme as `auth.py` has it."""

    node: ir.SecurityScheme
    prefix: str
    """What its environment variables begin with."""

    @property
    def kind(self) -> str:
        """The class of the runtime that stands for it."""
        return _CLASSES[self.node.kind]

    @property
    def given(self) -> str:
        """The type of the runtime that its credentials have."""
        return _VALUES.get(self.node.kind, "TokenGiven")

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables that are looked at."""
        return variables(self.prefix, self.node.kind)

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """Those of which one set is enough."""
        return ways(self.prefix, self.node.kind)


@frozen
class OwnApi:
    """An API with credentials of its own."""

    api: ir.Api
    schemes: tuple[SchemeView, ...]
    class_name: str
    """The class of its credentials, if it asks for any."""


def own_apis(package: ir.Package, taken: Namespace) -> tuple[OwnApi, ...]:
    """Return the APIs that are not at ODC's portal.

    Args:
        package: the package.
        taken: the names that the package offers besides.
    """
    foreign = [api for api in package.apis if not api.portal]
    given = {api.name: api.credentials for api in foreign if api.credentials}
    beside_portal = len(foreign) < len(package.apis)
    base = bases(package.name, (api.name for api in foreign), given, beside_portal=beside_portal)
    used, views = set[str](), list[OwnApi]()
    for api in foreign:
        schemes = [(scheme.wire.text, scheme.kind) for scheme in api.schemes]
        prefix = prefixes(base[api.name], schemes, set() if api.name in given else used)
        own = tuple(SchemeView(scheme, prefix[scheme.wire.text]) for scheme in api.schemes)
        name = pascal(api.name.title().replace("_", ""))
        views.append(OwnApi(api, own, taken.claim(f"{name}Credentials") if own else ""))
    return tuple(views)


def servers(package: ir.Package) -> dict[str, tuple[ir.SpecText, ...]]:
    """Return the servers that single operations have of their own, by the name of their API."""
    found = {
        api.name: tuple(
            dict.fromkeys(
                operation.server
                for resource in api.resources
                for operation in resource.operations
                if operation.server is not None
            )
        )
        for api in package.apis
    }
    return {name: stated for name, stated in found.items() if stated}
