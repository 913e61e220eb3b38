"""Groups of commands that help with names."""

from __future__ import annotations

import click

from odcgen.kit.suggest import nearest


class Group(click.Group):
    """A group that says which command may have been meant, and whose commands show examples."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or refuse the name with the nearest one."""
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            near = nearest(name, known)
            hint = f"Did you mean {near}?" if near else f"There are {', '.join(known)}."
            raise click.UsageError(f"there is no command {name!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)
