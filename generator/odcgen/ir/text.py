"""Text that came from a document: data that must never be printed as code."""

from __future__ import annotations

from typing import NoReturn

from attrs import frozen


@frozen(str=False, repr=False)
class SpecText:
    """A string of an OpenAPI document, printable only through an escaping filter.

    It is deliberately no `str`: joining, formatting or printing it raises, so that a template which forgets
    the filter fails when it is rendered and not when its output is executed.
    """

    text: str

    def __str__(self) -> str:
        """Refuse to become a plain string."""
        self._refuse()

    def __format__(self, spec: str) -> str:
        """Refuse to be formatted."""
        self._refuse()

    def __repr__(self) -> str:
        """Say what it is and nothing of the text, which a list or a `%r` in a template would print.

        The mark makes a file that it stands in unfit to be written.
        """
        return "SpecText(\ufdd0)"

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.text)

    @staticmethod
    def _refuse() -> NoReturn:
        raise TypeError("text of a document was printed without |literal, |docstring or |comment")
