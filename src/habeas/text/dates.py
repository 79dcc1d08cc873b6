"""Dates in running text, as EDTF. (Being written; the interface is settled.)"""

from typing import Literal

import msgspec

DateKind = Literal["calendar", "relative", "tied", "duration", "age"]
"""calendar: names its own day, month or year, though perhaps not all of it ("On June 6") · relative: counted from
publication ("last month", "on Tuesday", "this past December") · tied: counted from another event ("the same day",
"two weeks later", "upon arrival", "that October"): `edtf` is None unless the anchor stands beside it · duration:
a length ("for 40 days", "six-month"): `edtf` is None, `length` is ISO 8601 · age: ("29", "aged 29", "born in 1996")."""


class DateExpression(msgspec.Struct, frozen=True):
    """A date in words. `edtf`: what it resolves to, or None. Offsets count in the text that was searched.

    `bound`: how the words tie an event to it: on (default) · since · until · before · after · by · within · between.
    `tie`: for tied ones: what relates it ("same-day", "same-month", "same-year", "later", "earlier", "next-day",
    "P14D later" is length P14D, tie later). `length`: ISO 8601 duration.
    """

    start: int
    end: int
    kind: DateKind
    edtf: str | None = None
    bound: str = "on"
    tie: str | None = None
    length: str | None = None


def find_dates(text: str, start: int, end: int, published: str | None, language: str) -> tuple[DateExpression, ...]:
    """The date expressions of `text[start:end]`, in order, resolved against `published` (EDTF) where relative."""
    raise NotImplementedError
