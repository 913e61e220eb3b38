"""Generating all APIs: cold, with nothing to do, after one change, and what peers take."""

import json
import shutil
import sys
from pathlib import Path

from benchmarks.measure import ROOT, command, interleaved, scratch, table
from benchmarks.peers import openapi_generator_batch, openapi_generator_jar, openapi_python_client_all

ODCGEN = Path(sys.executable).parent / "odcgen"
COLD, IDLE, ONE = "odcgen, all APIs, cold", "odcgen, nothing to do", "odcgen, one document changed"
OPC, JAVA = "openapi-python-client, one command each", "OpenAPI Generator, batch"


class Project:
    """A copy of the project's documents and settings, in which odcgen works."""

    def __init__(self, folder):
        folder.mkdir()
        self._folder = folder
        shutil.copytree(ROOT / "specs", folder / "specs")
        shutil.copy(ROOT / "odcgen.toml", folder)
        self._given = set(folder.iterdir())
        self._changes = 0

    def generate(self):
        """Run odcgen here; return its seconds."""
        cache = {"ODCGEN_CACHE_DIR": str(self._folder / "cache")}
        return command(ODCGEN, "generate", "--quiet", cwd=self._folder, env=cache)

    def cold(self):
        """Remove all that odcgen made, its cache included, then generate."""
        for path in set(self._folder.iterdir()) - self._given:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self.generate()

    def one_changed(self):
        """Change one document's interface (a new property), then generate."""
        path = self._folder / "specs" / "identity.json"
        document = json.loads(path.read_bytes())
        schema = next(s for s in document["components"]["schemas"].values() if "properties" in s)
        self._changes += 1
        schema["properties"][f"added{self._changes}"] = {"type": "string"}
        path.write_text(json.dumps(document, indent=2), "utf-8")
        return self.generate()


def run(rounds=5):
    """Measure, and return Markdown."""
    documents = sorted((ROOT / "specs").glob("*.json"))
    with scratch() as folder:
        project = Project(folder / "project")
        project.generate()  # writes the bytecode of odcgen
        sides = {
            COLD: project.cold,
            IDLE: project.generate,
            ONE: project.one_changed,
            OPC: lambda: openapi_python_client_all(documents, folder / "opc"),
        }
        if openapi_generator_jar():
            sides[JAVA] = lambda: openapi_generator_batch(documents, folder / "java")
        medians = interleaved(sides, rounds)
    targets = {IDLE: "at most 0.125", OPC: "at least 6", JAVA: "more than 1"}
    return table(f"Generating {len(documents)} APIs", medians, COLD, "s", targets)
