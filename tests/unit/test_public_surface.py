"""What a user can name of `odc_client`, beside its APIs, stands in a file: a change of it is one on purpose.

`ODCGEN_UPDATE_SURFACE=1 pytest tests/unit/test_public_surface.py` writes the file anew; read what differs.
"""

import inspect
import os
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SURFACE = Path(__file__).parent / "public_surface.txt"
MODULES = ("odc_client", "odc_client.auth", "odc_client.hooks")
CLIENTS = ("OdcClient", "AsyncOdcClient")
APIS = {path.parent.name for path in (ROOT / "generated" / "odc_client").glob("*/__init__.py")}


def public(names):
    return sorted(
        name for name in names if not name.startswith("_") and name not in ("annotations", "TYPE_CHECKING")
    )


def offered(module):
    """The public names of a module: those it lists, or those that it defines itself."""
    listed = getattr(module, "__all__", None)
    if listed is not None:
        return sorted(listed)
    return public(
        name
        for name, value in vars(module).items()
        if getattr(value, "__module__", module.__name__) == module.__name__ and not inspect.ismodule(value)
    )


def call_of(value):
    """The parameters of a callable: their names, kinds and whether they may be left out."""
    parameters = inspect.signature(value).parameters.values()
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    told, keyword_only = [], False
    for parameter in parameters:
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not keyword_only:
            told.append("*")
            keyword_only = True
        optional = "" if parameter.default is inspect.Parameter.empty else "=…"
        told.append(f"{stars.get(parameter.kind, '')}{parameter.name}{optional}")
    return f"({', '.join(told)})"


def own_classes(kind, others):
    """A class and those of its bases that are ours and have no public name: their members are its own."""
    ours = [base for base in kind.__mro__ if base.__module__.startswith("odc_client")]
    return [base for base in ours if base is kind or base not in others]


def lines_of(place, value, others=()):
    """The line of a name, and of a class those of its members, without a client's APIs."""
    if not inspect.isclass(value):
        yield place + (call_of(value) if inspect.isroutine(value) else "")
        return
    classes = own_classes(value, others)
    made = next((one.__init__ for one in classes if "__init__" in vars(one)), None)
    caught = [base.__name__ for base in value.__mro__[1:] if base in others or base.__module__ == "builtins"]
    yield f"{place}{call_of(made) if made else ''}: {', '.join(caught)}"
    hidden = APIS if value.__name__ in CLIENTS else set()
    for name in public({name for one in classes for name in vars(one)} - hidden):
        member = inspect.getattr_static(value, name)
        yield f"{place}.{name}{call_of(getattr(value, name)) if callable(member) else ''}"


def surface():
    for name in MODULES:
        module = import_module(name)
        values = {offer: getattr(module, offer) for offer in offered(module)}
        others = [value for value in values.values() if inspect.isclass(value)]
        for offer, value in values.items():
            yield from lines_of(f"{name}.{offer}", value, others)


def test_the_public_surface_is_the_one_that_was_promised():
    found = list(surface())
    if os.environ.get("ODCGEN_UPDATE_SURFACE"):
        SURFACE.write_text("\n".join(found) + "\n", "utf-8")
    promised = SURFACE.read_text("utf-8").splitlines()
    assert sorted(set(promised) - set(found)) == [], "these names are gone or take other arguments"
    assert sorted(set(found) - set(promised)) == [], "these names are new"
