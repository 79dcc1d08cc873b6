"""What the pages call things: phrases for the closed lists, dates written out, names of states, visible text.

The phrases are data (data/templates/words.yml); what is missing there is shown as the plain word, never hidden.
"""

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Any

from habeas import resources
from habeas.publish.casebook import CaseEntry, ClaimEntry, EventEntry, PersonEntry
from habeas.text import edtf
from habeas.text.places import state_name

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?")
_CODE = re.compile(r"\b[A-Z]{2}\b")
_UNITS = ("year", "month", "week", "day", "hour")
_ISOLATED = {"\u200c", "\u200d"}
"""Joiners that some scripts need; every other character of format or control is shown by its number."""


@cache
def words() -> dict[str, Any]:
    """All phrases, as the data file has them. Treat as read-only."""
    found: dict[str, Any] = resources.parse(resources.text("templates", "words.yml"), "templates/words.yml")
    return found


def phrase(*path: str) -> str:
    """The phrase at this place of the data file; where there is none the last part itself, a key in plain words."""
    found: Any = words()
    for part in path:
        found = found.get(part) if isinstance(found, dict) else None
    if isinstance(found, str):
        return found
    return re.sub("[-_]", " ", path[-1]) if re.fullmatch(r"[\w-]+", path[-1]) else path[-1]


def title(event: EventEntry | ClaimEntry) -> str:
    """What an event is, in a few words; of a removal the manner, where it is told."""
    mode = event.attrs.get("mode", "")
    if event.type == "removed" and mode in words()["modes"]:
        return phrase("modes", mode)
    return phrase("events", event.type, "title")


def around(event: EventEntry, person: PersonEntry) -> list[str]:
    """What is told about an event of a person: who else acted, where, its small facts, who says so."""
    own = {form.value for form in person.names}
    told = [f"by {event.by}"] if event.by and event.by not in own else []
    told += [state(event.place)] if event.place and state(event.place) != event.by else []
    said = {"mode"} | ({"body"} if event.by else set())
    told += [fact(key, value) for key, value in sorted(event.attrs.items()) if key not in said]
    told += [f"according to {event.attributed_to}"] if event.attributed_to else []
    return told + ([f"{event.independent_sources} independent sources"] if event.independent_sources > 1 else [])


def state(code: str | None) -> str:
    """The English name of a state; the code itself where it names none; empty for None."""
    return _state(code) if code else ""


@cache
def _state(code: str) -> str:
    return state_name(code, "en") or code


def spelt(sentence: str) -> str:
    """A sentence of ours with the codes of states in it spelt out ("between KZ and RU")."""
    return _CODE.sub(lambda code: state(code[0]), sentence)


def day(value: str | None) -> str:
    """An EDTF date in words; what is unknown said as unknown."""
    return edtf.shown(value) or "date not known"


def distance(value: str | None, as_of: str) -> str:
    """How far off a day is: "today", "in 10 days", "3 days ago"; empty for what is no day."""
    then, now = edtf.bounds(value), date.fromisoformat(as_of)
    if then is None or then[0] != then[1]:
        return ""
    days = (then[0] - now).days
    if not days:
        return "today"
    count = f"{abs(days)} day{'s' * (abs(days) != 1)}"
    return f"in {count}" if days > 0 else f"{count} ago"


def duration(value: str) -> str:
    """An ISO 8601 duration in words ("40 days"); the value itself where it is none."""
    match = _DURATION.fullmatch(value)
    numbers = match.groups() if match else (None,) * len(_UNITS)
    parts = [f"{n} {unit}{'s' * (n != '1')}" for n, unit in zip(numbers, _UNITS, strict=True) if n]
    return " ".join(parts) or value


def fact(key: str, value: str) -> str:
    """One of an event's small facts, as a reader says it: "to Russia", "term 40 days"."""
    if key in ("to", "via"):
        value = state(value)
    elif key == "body":
        value = phrase("bodies", value)
    elif value == "true":
        return phrase("attrs", key)
    elif key in ("until", "offence_date"):
        value = day(value)
    return f"{phrase('attrs', key)} {duration(value)}".strip()


def value(kind: str, said: str) -> str:
    """The value of a finding, or one side of a conflict, in words: dates written out, states by name."""
    if edtf.bounds(said) is not None:
        return day(said)
    return phrase("values", kind, said)


def side(property: str, said: str) -> str:
    """One side of a conflict about `property`, in words."""
    if property in ("place", "to", "citizenship") and re.fullmatch("[A-Z]{2}", said):
        return state(said)
    if property == "modality":
        return phrase("marks", said)
    return day(said) if edtf.bounds(said) is not None else said


def stands(case: CaseEntry | None) -> list[tuple[str, tuple[str, ...]]]:
    """Where a case stands, track by track: a phrase and the claims that show it. Together they are one sentence."""
    to = f" to {state(case.requesting)}" if case and case.requesting else ""
    stages = [s for s in case.stages if s.value != "none"] if case else []
    said = [phrase("stages", stage.track, stage.value).format(to=to) for stage in stages] or [words()["nothing"]]
    said[0] = f"{said[0][0].upper()}{said[0][1:]}"
    return list(zip(said, [stage.because for stage in stages] or [()], strict=True))


def gist(says: str) -> str:
    """What a finding is about, without how its day was reckoned: its words up to a colon or the first full stop."""
    return re.split(r": |\. |\.$", says, maxsplit=1)[0]


def visible(text: str) -> str:
    """The text with every control and direction character shown by its number, so that nothing in it acts on a page."""
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    if character in "\n\t" or character in _ISOLATED or not hidden:
        return character
    return f"⟨U+{ord(character):04X}⟩"
