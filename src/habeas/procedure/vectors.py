"""Cases with expected findings, to test packs: the small examples of a rule, and published cases in a JSON file.

The JSON form: a case has `host`, `requesting`, `citizenship`, `events` (id, type, date, place, by, modality, track, of,
attrs) and `expected` (`at`, `what`, `track`, `rule`, `value`, sometimes `of`, `states`, `property`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from habeas.model.cases import Case, Conflict, Event, Side
from habeas.model.vocabulary import Track
from habeas.procedure.bench import Bench
from habeas.procedure.findings import findings_of
from habeas.procedure.rules import Example, Pack, Rule
from habeas.procedure.stages import stage_on
from habeas.procedure.timeline import Timeline

_PERSON = "person"


class Outcome(msgspec.Struct, frozen=True):
    """One expectation against what the packs gave. `got` is None where no pack has the rule."""

    case: str
    at: str
    what: str
    rule: str | None
    expected: str
    got: str | None
    why: str = ""

    @property
    def passed(self) -> bool:
        """Whether it came out as expected."""
        return self.got == self.expected


def case_of(told: Mapping[str, Any]) -> Case:
    """A case of the JSON form as a Case; other dates told for an event become conflicts."""
    events = tuple(event_of(event) for event in told["events"])
    conflicts = tuple(conflict for event in told["events"] for conflict in _disputed(event))
    return Case(
        person=_PERSON,
        events=events,
        conflicts=conflicts,
        host=told.get("host"),
        requesting=told.get("requesting"),
        citizenship=tuple(told.get("citizenship") or ()),
    )


def event_of(told: Mapping[str, Any], place: int = 0) -> Event:
    """An event of the JSON form. Attributes become text: lists joined by commas, yes as `true`; its id is its claim."""
    id = told.get("id") or f"e{place}"
    attrs = {key: text for key, value in (told.get("attrs") or {}).items() if (text := _text(value)) is not None}
    return Event(
        id=id,
        person=_PERSON,
        type=told["type"],
        modality=told.get("modality") or "happened",
        claims=(id,),
        track=told.get("track"),
        date=told.get("date"),
        place=told.get("place"),
        by=told.get("by"),
        of=told.get("of"),
        attrs=attrs,
    )


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return None if any(isinstance(part, dict) for part in value) else ",".join(map(str, value))
    return str(value)


def _disputed(told: Mapping[str, Any]) -> Iterator[Conflict]:
    others = [one["date"] for one in (told.get("attrs") or {}).get("alternatives", []) if one.get("date")]
    if others:
        sides = tuple(Side(date, (told["id"],)) for date in (told["date"], *others))
        yield Conflict(f"{told['id']}-date", _PERSON, told["id"], f"{told['type']}.date", "contradiction", sides)


def run(cases: Iterable[Mapping[str, Any]], packs: Sequence[Pack]) -> tuple[Outcome, ...]:
    """Every expectation of every case, with what the packs gave."""
    return tuple(_outcome(told, wanted, packs) for told in cases for wanted in told["expected"])


def _outcome(told: Mapping[str, Any], wanted: Mapping[str, Any], packs: Sequence[Pack]) -> Outcome:
    case = case_of(told)
    if states := wanted.get("states"):
        case = msgspec.structs.replace(case, requesting=states[0], host=states[1])
    return Outcome(
        case=told["id"],
        at=wanted["at"],
        what=wanted["what"],
        rule=wanted["rule"],
        expected=_text(wanted["value"]) or "",
        got=_got(case, wanted, packs),
        why=wanted.get("why", ""),
    )


def _got(case: Case, wanted: Mapping[str, Any], packs: Sequence[Pack]) -> str | None:
    if wanted["what"] == "conflict":
        return _text(any(conflict.property == wanted["property"] for conflict in case.conflicts))
    bench = Bench(Timeline(case, wanted["at"]), packs)
    if wanted["what"] == "stage":
        track: Track = wanted["track"]
        return stage_on(bench.facts, bench.packs, bench, (track, bench.facts.today))[0]
    rule = next((rule for pack in packs for rule in pack.rules if rule.id == wanted["rule"]), None)
    return None if rule is None else value_of(bench, rule, wanted["what"], wanted.get("of"))


def value_of(bench: Bench, rule: Rule, what: str, of: str | None = None) -> str:
    """What a rule gives: the value of its finding of that kind (about the event `of`), or `nothing`."""
    found = [f for f in findings_of(bench, rule) if f.what == what and (of is None or of in f.events[:1])]
    return found[0].value if found else "nothing"


def example(pack: Pack, rule: Rule, shown: Example, packs: Sequence[Pack]) -> Outcome:
    """Run one example of a rule."""
    events = tuple(event_of(told, place) for place, told in enumerate(shown.events))
    case = Case(_PERSON, events, host=shown.host, requesting=shown.requesting, citizenship=shown.citizenship)
    bench = Bench(Timeline(case, shown.day), packs)
    what = shown.what or main_part(rule)
    return Outcome(pack.id, shown.day, what, rule.id, shown.gives, value_of(bench, rule, what), shown.shows)


def main_part(rule: Rule) -> str:
    """The kind of finding that an example is about where it does not say so."""
    parts = {
        "deadline": rule.term, "remedy": rule.remedy, "protection": rule.protection, "flag": rule.flag,
        "forum": rule.forum, "question": rule.asks,
    }  # fmt: skip
    found = next((what for what, part in parts.items() if part is not None), None)
    return found or ("treaty" if rule.treaties else "suspensive")
