"""`odcgen vendor` and its subcommands."""

from __future__ import annotations

import click

from .placing import vendor_copy
from .publishing import publish_ready
from .status import status
from .updating import update


class _Group(click.Group):
    """A group whose first argument may also be the folder of a new copy."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take what is no subcommand for the folder of a new copy."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return vendor_copy.name, vendor_copy, args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take options before the folder for those of a new copy."""
        if args and args[0].startswith("-") and args[0] not in ctx.help_option_names:
            folder = next((at for at, one in enumerate(args) if one in self.commands), None)
            if folder is None:
                args = [vendor_copy.name or "", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Group, invoke_without_command=False)
def vendor() -> None:
    r"""Keep a copy of the client in your own repository, and keep it fresh.

    \b
    odcgen vendor DEST [OPTIONS]     place a copy; `odcgen vendor place --help` shows its options
    odcgen vendor status DEST...     tell what became of copies: behind, edited, up to date
    odcgen vendor update DEST        renew a copy and keep your edits

    \b
    Examples:
      odcgen vendor src/acme/_vendor/odc --api identity --operation builds.build_operations.list
      odcgen vendor status src
      odcgen vendor update src/acme/_vendor/odc --dry-run
    """


vendor.add_command(vendor_copy)
vendor.add_command(status)
vendor.add_command(update)
vendor.add_command(publish_ready)

__all__ = ["vendor"]
