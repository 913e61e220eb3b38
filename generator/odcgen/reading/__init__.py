"""From bytes to a sound document: the first stages, which all commands share."""

from .sound import make_sound, read, read_any

__all__ = ["make_sound", "read", "read_any"]
