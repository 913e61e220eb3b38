"""The doctor: what is wrong with the documents, what is done about it, and what will go wrong."""

from .examine import Examination, examine

__all__ = ["Examination", "examine"]
