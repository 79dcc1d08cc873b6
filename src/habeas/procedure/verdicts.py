"""Three-valued logic (Kleene): *holds*, *fails*, *unknown*. A missing report is not a missing act."""

from collections.abc import Iterable
from typing import Literal

Truth = Literal["holds", "fails", "unknown"]


def negate(value: Truth) -> Truth:
    """*holds* for *fails* and the other way round; *unknown* stays."""
    return {"holds": "fails", "fails": "holds", "unknown": "unknown"}[value]  # type: ignore[return-value]


def every(values: Iterable[Truth]) -> Truth:
    """*fails* if one fails, else *unknown* if one is unknown, else *holds* (also of none)."""
    seen = set(values)
    return "fails" if "fails" in seen else "unknown" if "unknown" in seen else "holds"


def some(values: Iterable[Truth]) -> Truth:
    """*holds* if one holds, else *unknown* if one is unknown, else *fails* (also of none)."""
    seen = set(values)
    return "holds" if "holds" in seen else "unknown" if "unknown" in seen else "fails"


def truth(value: bool) -> Truth:
    """A plain yes or no as a verdict."""
    return "holds" if value else "fails"
