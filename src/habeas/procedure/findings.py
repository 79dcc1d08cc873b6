"""What one rule says of a case: deadlines, remedies, protections, flags, forums, treaties, questions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from habeas.model.cases import Event
from habeas.model.findings import Finding
from habeas.model.vocabulary import FindingKind, Verdict
from habeas.procedure import sentences
from habeas.procedure import timeline as time
from habeas.procedure.bench import Bench
from habeas.procedure.conditions import find, ways
from habeas.procedure.remedies import remedy_value
from habeas.procedure.rules import Pattern, Rule, Test, Way
from habeas.procedure.terms import Reckoned, reckon
from habeas.procedure.verdicts import Truth
from habeas.text import edtf

_DECISION = Pattern(type="international-decision")
_REMOVAL = Pattern(type="removed", place="host")
TODAY_ID = "supposed-removal"
"""Id of the removal that *armed* supposes; no event of a case has it."""


class Answer(msgspec.Struct, frozen=True):
    """The verdict of a test, the events that it rests on, by name, and what would have to be known.

    `beside_the_point`: it fails only because its facts are not there; a flag that does not hold, a bar that does not
    stand in the way.
    """

    verdict: Verdict
    named: Mapping[str, Event] = {}
    unknown: tuple[str, ...] = ()
    beside_the_point: bool = False


def findings_of(bench: Bench, rule: Rule) -> Iterator[Finding]:
    """All that a rule says of the case on that day, in a fixed order."""
    for act in bench.acts(rule):
        if rule.term is not None and (found := reckon(bench.scope(act), rule, bench.terms)):
            yield _deadline(rule, act, found)
        if rule.remedy is not None:
            yield _remedy(bench, rule, act)
        if rule.stops_removal is not None:
            yield _suspensive(rule, act)
    if rule.protection is not None and (answer := test(bench, rule.protection)) and not answer.beside_the_point:
        yield _tested(rule, "protection", rule.protection, answer)
    if rule.flag is not None and (answer := test(bench, rule.flag)):
        yield _tested(rule, "flag", rule.flag, answer)
    yield from (*_forum(bench, rule), *_treaty(bench, rule), *_questions(bench, rule))


def _finding(rule: Rule, what: FindingKind, value: tuple[str, Verdict, str], events: Iterable[Event]) -> Finding:
    used = tuple({event.id: event for event in events if event.id != TODAY_ID}.values())
    return Finding(
        rule=rule.id,
        what=what,
        value=value[0],
        verdict=value[1],
        says=value[2],
        basis=rule.provision,
        confidence=rule.confidence,
        track=rule.track,
        because=tuple(dict.fromkeys(claim for event in used for claim in event.claims)),
        events=tuple(event.id for event in used),
    )


def _deadline(rule: Rule, act: Event, found: Reckoned) -> Finding:
    verdict: Verdict = {"unknown": "unknown", "expired": "fails", "not-running": "fails"}.get(found.value, "holds")  # type: ignore[assignment]
    says = sentences.deadline(rule, found) + sentences.other_readings(found)
    events = (act, found.start) if found.start else (act,)
    return msgspec.structs.replace(
        _finding(rule, "deadline", (found.value, verdict, says), events), unknown=found.unknown
    )


def _remedy(bench: Bench, rule: Rule, act: Event) -> Finding:
    found = remedy_value(bench, rule, act)
    verdict: Verdict = {"open": "holds", "closed": "fails"}.get(found.value, "unknown")  # type: ignore[assignment]
    finding = _finding(rule, "remedy", (found.value, verdict, found.says), (act, *found.events))
    return msgspec.structs.replace(finding, unknown=found.unknown)


def _suspensive(rule: Rule, act: Event) -> Finding:
    stops = rule.stops_removal or "unknown"
    says = {
        "yes": "While it is open, the removal may not be carried out.",
        "no": "It does not stop the removal.",
        "by-practice": "It stops the removal by practice, not by statute.",
        "partly": "It stops the removal in part, or only where it is granted.",
        "unknown": "Whether it stops the removal is not known.",
        "not-applicable": "It has no bearing on the removal.",
    }[stops]
    verdict: Verdict = {"yes": "holds", "no": "fails"}.get(stops, "unknown")  # type: ignore[assignment]
    return _finding(rule, "suspensive", (stops, verdict, f"{rule.title}. {rule.stops_says or says}"), (act,))


def test(bench: Bench, asked: Test) -> Answer | None:
    """The verdict of a flag or a protection; None where no report has anything to do with it."""
    if decided := _decided(bench, asked):
        return decided
    shown, against, raised = (_best(bench, each) for each in (asked.holds, asked.fails, asked.raised))
    for verdict, answer in (("holds", shown), ("fails", against)):
        if answer and answer[0] == "holds":
            return Answer("holds" if verdict == "holds" else "fails", answer[1])
    if asked.armed and _could_be_removed(bench):
        inner = bench.supposing(_removal_today(bench))
        armed = _best(inner, asked.holds)
        if armed and armed[0] == "holds":
            return Answer("armed", armed[1])
    for maybe in (shown, against):
        if maybe and maybe[0] == "unknown":
            return Answer("unknown", maybe[1], asked.unknown)
    if raised and raised[0] == "holds":
        return Answer("unknown", raised[1], asked.unknown)
    return Answer("fails", shown[1], beside_the_point=True) if shown else None


def _decided(bench: Bench, asked: Test) -> Answer | None:
    """What a court or committee found broken, or not, goes before what the facts seem to show."""
    for decision in find(bench.scope(), _DECISION) if asked.found else ():
        for key, verdict in (("found", "holds"), ("not_found", "fails")):
            if set(asked.found) & {part.strip() for part in decision.attrs.get(key, "").split(",")}:
                return Answer("holds" if verdict == "holds" else "fails", {"decision": decision})
    return None


def _best(bench: Bench, tried: tuple[Way, ...]) -> tuple[Truth, dict[str, Event]] | None:
    """The best verdict over all ways and all choices of events, with the events; None where none is reported."""
    rank = {"holds": 2, "unknown": 1, "fails": 0}
    best: tuple[Truth, dict[str, Event]] | None = None
    for way in tried:
        for named, verdict in ways(bench.scope(), way):
            if best is None or rank[verdict] > rank[best[0]]:
                best = verdict, named
    return best


def _could_be_removed(bench: Bench) -> bool:
    case = bench.facts.case
    return case.host is not None and not find(bench.scope(), _REMOVAL)


def _removal_today(bench: Bench) -> Event:
    case, today = bench.facts.case, bench.facts.today[0]
    attrs = {"to": case.requesting} if case.requesting else {}
    return Event(TODAY_ID, case.person, "removed", "happened", (), date=today.isoformat(), place=case.host, attrs=attrs)


def _tested(rule: Rule, what: FindingKind, asked: Test, answer: Answer) -> Finding:
    template = "" if "decision" in answer.named else asked.says.get(answer.verdict, "")
    usable = template and sentences.slots(template) <= set(answer.named)
    says = sentences.fill(template, answer.named) if usable else _plain(rule, answer)
    finding = _finding(rule, what, (answer.verdict, answer.verdict, says), answer.named.values())
    return msgspec.structs.replace(finding, unknown=answer.unknown)


def _plain(rule: Rule, answer: Answer) -> str:
    if "decision" in answer.named:
        found = "found it so" if answer.verdict == "holds" else "found that it was not so"
        return sentences.fill(f"{rule.title}: {{decision.by}} {found} {{decision}}.", answer.named)
    ending = {
        "holds": "the reports show it.",
        "fails": "the reports speak against it.",
        "unknown": "the reports do not say.",
        "armed": "it would be so if the person were removed now.",
    }[answer.verdict]
    return f"{rule.title}: {ending}"


def _forum(bench: Bench, rule: Rule) -> Iterator[Finding]:
    host = bench.facts.case.host
    if rule.forum is None or host is None:
        return
    state = rule.forum.states.get(host)
    value = state.opening if state else rule.forum.others
    if value is None:
        return
    if state and state.since and time.before(bench.facts.today, edtf.bounds(state.since) or time.NEVER) == "holds":
        value = "not-available"
    if state and state.to and time.before(edtf.bounds(state.to) or time.NEVER, bench.facts.today) == "holds":
        value = "not-available"
    value = "unknown" if rule.confidence == "low" else value
    words = {"available": "can be turned to", "not-available": "cannot be turned to", "unknown": "may be open; check"}
    verdict: Verdict = {"available": "holds", "not-available": "fails"}.get(value, "unknown")  # type: ignore[assignment]
    yield _finding(rule, "forum", (value, verdict, f"{rule.title}: {words[value]}."), ())


def _treaty(bench: Bench, rule: Rule) -> Iterator[Finding]:
    pair = (bench.facts.case.requesting, bench.facts.case.host)
    if not rule.treaties or None in pair:
        return
    value, title = _treaty_in_force(rule, tuple(state or "" for state in pair), bench.facts.today[0])
    if value:
        verdict: Verdict = "unknown" if value == "unknown" else "holds"
        says = f"Between {pair[0]} and {pair[1]}: {title}."
        yield _finding(rule, "treaty", (value, verdict, says), ())


def _treaty_in_force(rule: Rule, pair: tuple[str, ...], day: date) -> tuple[str, str]:
    """The first treaty that binds both on the day; unknown where it is unclear for one of them."""
    for treaty in rule.treaties:
        since = [edtf.earliest(treaty.parties[state]) for state in pair if state in treaty.parties]
        if len(since) == 2 and all(start is None or start <= day for start in since):
            return treaty.name, treaty.title
        if any(state in treaty.unclear for state in pair) and all(
            state in treaty.parties or state in treaty.unclear for state in pair
        ):
            return "unknown", f"whether {treaty.title} applies is not known"
    return "", ""


def _questions(bench: Bench, rule: Rule) -> Iterator[Finding]:
    if rule.asks is None:
        return
    for way in rule.asks.when:
        for named, verdict in ways(bench.scope(), way):
            if verdict == "holds":
                says = sentences.fill(rule.asks.text, {**named, **_built_in(bench)})
                yield _finding(rule, "question", ("open", "unknown", says), named.values())


def _built_in(bench: Bench) -> dict[str, Event]:
    spans = {"today": bench.facts.today, "latest": bench.facts.last_report}
    person = bench.facts.case.person
    return {
        name: Event(TODAY_ID, person, "hearing", "happened", (), date=edtf.between(*span))
        for name, span in spans.items()
    }
