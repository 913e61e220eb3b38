"""Named repairs: what is not allowed in a document, though what it means for a client is certain.

The validation names each of its findings by a rule. A `Repair` is what is done about one rule: a function
`(data, pointer) -> what was done` that changes the data in place, or returns None where it is not certain.
Nothing runs over a document in which the validation finds nothing. `REPAIRS` is the list of all, which
docs/repairs.md shows.
"""

from .catalog import REPAIRS, chosen
from .mending import Find, explain, mend
from .repair import Repair

__all__ = ["REPAIRS", "Find", "Repair", "chosen", "explain", "mend"]
