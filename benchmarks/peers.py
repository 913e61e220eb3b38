"""What the others make of the same documents, made in a scratch folder."""

import importlib
import json
import re
import shutil
import sys
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement

from benchmarks.measure import command

BIN = Path(sys.executable).parent


def openapi_python_client(document, folder):
    """Generate with openapi-python-client's command line; return its seconds."""
    folder.mkdir(exist_ok=True, parents=True)
    return command(
        *(BIN / "openapi-python-client", "generate", "--overwrite", "--meta", "none"),
        *("--path", document, "--output-path", folder / document.stem),
    )


def openapi_python_client_all(documents, folder):
    """Generate every document, one command each; return the seconds of all."""
    return sum(openapi_python_client(document, folder) for document in documents)


def openapi_generator_jar():
    """The jar of OpenAPI Generator that the package of that name on PyPI carries, or None."""
    found = find_spec("openapi_generator_cli")
    jar = Path(found.origin).parent / "openapi-generator.jar" if found else None
    return jar if jar and jar.exists() and shutil.which("java") else None


def openapi_generator_batch(documents, folder):
    """Generate every document in OpenAPI Generator's batch mode; return the seconds."""
    folder.mkdir(exist_ok=True, parents=True)
    configs = []
    for document in documents:
        config = folder / f"{document.stem}.json"
        config.write_text(
            json.dumps(
                {
                    "generatorName": "python",
                    "inputSpec": str(document),
                    "outputDir": str(folder / document.stem),
                    "packageName": document.stem,
                    "validateSpec": False,  # it refuses a repeated operationId
                }
            ),
            "utf-8",
        )
        configs.append(config)
    return command(
        "java", "-jar", openapi_generator_jar(), "batch", "--threads", 2, "--root-dir", folder, *configs
    )


def link_only(packages, folder):
    """Link the named distributions and what they need, and nothing else, into a folder for PYTHONPATH.

    httpx imports click and rich where they are installed, as they are here, and takes twice as long.
    """
    wanted, linked = list(packages), set()
    folder.mkdir()
    while wanted:
        name = wanted.pop()
        if name in linked:
            continue
        linked.add(name)
        files = distribution(name)
        tops = {file.parts[0] for file in files.files if not file.parts[0].startswith((".", "_"))}
        for top in tops:
            if not top.endswith(".dist-info"):
                (folder / top).symlink_to(files.locate_file(top))
        requirements = [Requirement(text) for text in files.requires or ()]
        wanted += [
            need.name for need in requirements if not need.marker or need.marker.evaluate({"extra": ""})
        ]
    return folder


class Peer:
    """openapi-python-client's package of the identity API, ready to be called."""

    def __init__(self, document, folder):
        openapi_python_client(document, folder)
        self._package = document.stem
        for name in [name for name in sys.modules if name.partition(".")[0] == self._package]:
            del sys.modules[name]  # an earlier section's, from a folder that is gone
        sys.path.insert(0, str(folder))
        self._folder = folder / document.stem

    def module(self, method, path):
        """The module of an endpoint."""
        for file in sorted((self._folder / "api").rglob("*.py")):
            source = file.read_text("utf-8")
            url = re.search(r'"url": "([^"]*)"', source)
            if url and f'"method": "{method}"' in source and re.sub(r"\{.*?\}", "{}", url[1]) == path:
                return ".".join((self._package, *file.relative_to(self._folder).with_suffix("").parts))
        raise LookupError(f"{method} {path}")

    def endpoint(self, method, path):
        """The imported module of an endpoint."""
        return importlib.import_module(self.module(method, path))

    def page_model(self):
        """The model of a page of users."""
        endpoint = self.endpoint("get", "/users")
        name = re.search(r"response_200 = (\w+)\.from_dict", Path(endpoint.__file__).read_text("utf-8"))[1]
        return getattr(endpoint, name)

    def client(self, url):
        """A client with a token."""
        package = importlib.import_module(self._package)
        return package.AuthenticatedClient(base_url=url, token="token")
