"""What a generated package offers by name."""

import pkgutil
from importlib import import_module

import odc_runtime
from odc_runtime.errors.base import OdcError
from odc_runtime.errors.failure import BY_STATUS
from odcgen import ir
from odcgen.render.methods import STATUS_ERRORS
from odcgen.render.public import public_names


def subclasses(error):
    for below in error.__subclasses__():
        yield below
        yield from subclasses(below)


def test_every_error_of_the_runtime_can_be_caught_by_a_public_name():
    for module in pkgutil.walk_packages(odc_runtime.__path__, "odc_runtime."):
        import_module(module.name)
    errors = {error.__name__ for error in subclasses(OdcError) if error.__module__.startswith("odc_runtime.")}
    offered = {name for names in public_names(ir.Package(name="odc_client")).values() for name in names}
    assert errors - offered == set()


def test_what_is_offered_is_there():
    for module, names in public_names(ir.Package(name="odc_client")).items():
        if module.startswith("._runtime"):
            home = import_module(module.replace("._runtime", "odc_runtime", 1))
            assert [name for name in names if not hasattr(home, name)] == []


def test_the_errors_that_docstrings_name_are_those_that_are_raised():
    """But for those that every operation may raise."""
    everywhere = {401, 403, 429}
    named = {int(status): name for status, name in STATUS_ERRORS.items()}
    raised = {status: error.__name__ for status, error in BY_STATUS.items()}
    assert named == {status: name for status, name in raised.items() if status not in everywhere}
