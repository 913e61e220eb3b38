"""Python names for everything public: pinned ones first, derived ones after, no two alike.

Names are the published interface of the generated package. They come from `x-odcgen-name` in the overlays,
where they are pinned, or from path and method; the name of an upstream class or controller is only the last
resort.
"""

from .assign import assign_names

__all__ = ["assign_names"]
