"""What `generate` and `doctor` say of templates that build on a built-in one which has changed."""

from __future__ import annotations

from odcgen.config import Config


def stale_templates(config: Config) -> tuple[str, ...]:
    """Return a sentence for each template of the user's that builds on a built-in one which has changed."""
    if not config.templates.folders:
        return ()
    from odcgen.output.manifest import read_manifest
    from odcgen.templating import stale

    manifest = read_manifest(config.target)
    return tuple(
        f"{one.path} builds on the template {one.name}, which changed since {one.since}; "
        "`odcgen templates check` shows how"
        for one in stale(config.templates, manifest.templates if manifest else {})
    )
