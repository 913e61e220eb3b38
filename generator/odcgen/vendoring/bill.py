"""The bill of materials of a copy, in CycloneDX's JSON: what it was made of, and what it needs."""

from __future__ import annotations

import json
from typing import Any

from .needs import requirements
from .recipe import Made, Recipe

FILE_NAME = "bom.cdx.json"


def bill_text(recipe: Recipe, http: str) -> str:
    """Return the bill of a copy: the same for the same recipe, without a date or a number that differs."""
    own = f"{recipe.package}@{recipe.generator}"
    needed = [_library(name, versions) for name, versions in requirements(http).items()]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "tools": {"components": [{"type": "application", "name": "odcgen", "version": recipe.generator}]},
            "component": {"type": "library", "bom-ref": own, "name": recipe.package}
            | ({"licenses": [{"license": {"id": recipe.license}}]} if recipe.license else {}),
        },
        "components": [*needed, *map(_document, recipe.documents)],
        "dependencies": [{"ref": own, "dependsOn": [one["bom-ref"] for one in needed]}],
    }
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _library(name: str, versions: str) -> dict[str, Any]:
    """Return a library that the copy needs; which version is installed is the project's choice."""
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}",
        "name": name,
        "purl": f"pkg:pypi/{name}",
        "description": f"Needed in version {versions}.",
    }


def _document(made: Made) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "data",
        "bom-ref": f"document:{made.name}",
        "name": made.path,
        "hashes": [{"alg": "SHA-256", "content": made.digest}],
    }
    if made.url.startswith(("https://", "http://")):
        found["externalReferences"] = [{"type": "distribution", "url": made.url}]
    return found
