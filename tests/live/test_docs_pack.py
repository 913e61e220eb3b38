"""The examples of the docs pack, executed word for word against Prism."""

import contextlib
import functools
import re
from pathlib import Path

import odc_client
import pytest
from attrs import evolve
from odcgen.config import load_config
from odcgen.config.packs import pack_folder
from odcgen.kit.stack import Stack
from odcgen.pipeline import build
from odcgen.run.inputs import read_inputs

from tests.live.test_all_operations import APIS, settings

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^```python\n(from .*?)^```$", re.DOTALL | re.MULTILINE)

pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")


@functools.cache
def pages():
    config = evolve(load_config(ROOT / "odcgen.toml"), templates=Stack((pack_folder("docs"),)))
    return build(config, read_inputs(config), str).files


def examples(api):
    for path, text in pages().items():
        if path.startswith(f"reference/docs/{api}/") and "/models/" not in path:
            for code in EXAMPLE.findall(text):
                if "..." not in code:
                    yield path, code


@pytest.mark.parametrize("api", APIS)
def test_every_example_runs_as_it_stands(api, prism, provider, monkeypatch):
    mock = prism(api)
    before, real, given = mock.violations(), odc_client.OdcClient, settings(provider, mock, api)
    monkeypatch.setattr(odc_client, "OdcClient", lambda: real(**given))
    for path, code in examples(api):
        # The mock names the same next page for ever.
        with contextlib.redirect_stdout(None), contextlib.suppress(odc_client.PagingError):
            exec(compile(code, path, "exec"), {})
    assert mock.violations() == before


def test_there_is_an_example_of_each_of_the_163_operations():
    assert sum(1 for api in APIS for _ in examples(api)) == 163
