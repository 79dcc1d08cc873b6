"""What a pack may say: the closed records of rules, terms, remedies and conditions. docs/packs.md explains each key.

Every record forbids unknown keys, so a pack that steps outside fails with file, line and key (packs.py).
"""

from typing import Any, Literal

import msgspec

from habeas.model.vocabulary import Confidence, EventType, Modality, Track

Evidence = Literal["read", "summary", "recalled", "derived", "not-found"]
Shows = Literal["holds", "fails", "unknown", "armed"]
DayCount = Literal["calendar", "working", "clear", "hours", "unknown"]
Stops = Literal["yes", "no", "by-practice", "partly", "unknown", "not-applicable"]
Opening = Literal["available", "not-available", "unknown"]
RuleKind = Literal[
    "deadline", "limit", "remedy", "effect", "bar", "duty", "right", "competence", "definition", "practice",
    "principle", "standard", "condition", "membership", "treaty", "fields", "red-flag", "breach", "breach-candidate",
    "question",
]  # fmt: skip


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A record of a pack: keys are those named, and no other."""


class Source(Record, frozen=True, kw_only=True):
    """Where a rule was found. `url_exact` false: the address is the site, or was rebuilt; check before citing."""

    title: str
    url: str | None = None
    url_exact: bool = True
    read: str | None = None


class InForce(Record, frozen=True, kw_only=True, rename={"since": "from"}):
    """When a rule is law: EDTF days, each unknown where left out (then the rule is applied, and marked)."""

    since: str | None = None
    to: str | None = None
    note: str | None = None


class Pattern(Record, frozen=True, kw_only=True):
    """Which events are meant. Left out: any. `type`: one or several. `modality`: happened unless said otherwise.

    `place`: ISO alpha-2, `host`, `requesting` or `elsewhere`. `of`: the name of an event found before.
    `before`, `after`: certainly before that event; certainly not before it. `not_before`: perhaps before it, perhaps
    not. `by`: the authority, with *.
    `body`: HRC, CAT, ECtHR …, by `attrs.body` or by the name of the authority.
    `attrs`: key → value, or several with *; `none` is an attribute that no report gives; `unless`: the same, forbidden.
    """

    type: EventType | tuple[EventType, ...]
    modality: Modality | tuple[Modality, ...] = "happened"
    track: Track | tuple[Track, ...] | None = None
    place: str | None = None
    of: str | None = None
    before: str | None = None
    after: str | None = None
    not_before: str | None = None
    by: str | None = None
    body: str | None = None
    attrs: dict[str, str | tuple[str, ...]] = {}
    unless: dict[str, str | tuple[str, ...]] = {}


class Between(Record, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """The time from one event to another, and a length (ISO 8601)."""

    start: str
    end: str
    length: str


class On(Record, frozen=True, kw_only=True):
    """A track on the day of an event (or `today`); `state`: which stages are meant."""

    track: Track
    at: str = "today"
    state: tuple[str, ...] = ()


class Against(Record, frozen=True, kw_only=True):
    """An event and the day that counts: the term to appeal, or the longest custody, measured for it on that day."""

    event: str
    at: str = "today"


class Where(Record, frozen=True, kw_only=True):
    """An attribute of an event: its value must be one of `among` (with *; `requesting` and `host` stand for states)."""

    event: str
    key: str
    among: tuple[str, ...]


class Condition(
    Record, frozen=True, kw_only=True, rename={"all_": "all", "any_": "any", "not_": "not"}, omit_defaults=True
):
    """Exactly one key. Its truth table is in docs/packs.md; conditions.py works it out."""

    all_: "tuple[Condition, ...] | None" = None
    any_: "tuple[Condition, ...] | None" = None
    not_: "Condition | None" = None
    not_shown: "Condition | None" = None
    before: tuple[str, str] | None = None
    same_day: tuple[str, str] | None = None
    within: Between | None = None
    apart: Between | None = None
    reported: Pattern | None = None
    happened: Pattern | None = None
    pending: On | None = None
    stage: On | None = None
    appeal_open: Against | None = None
    over_limit: Against | None = None
    where: Where | None = None
    citizen_of: str | None = None


class Way(Record, frozen=True, kw_only=True, rename={"condition": "if"}):
    """One way in which a thing can be so: reported events, each under a name, and what must be true of them."""

    events: dict[str, Pattern]
    condition: Condition | None = None


class Test(Record, frozen=True, kw_only=True):
    """A flag or a protection: ways that show it, that speak against it, that raise it as a matter to look into.

    `found`: provisions which a court or committee may have found broken, which decides. `armed`: also judged as if the
    person were removed today. `quiet`: *unknown* is not worth saying. `says`: a sentence for each answer, with {event},
    {event.by}, {event.place}.
    """

    holds: tuple[Way, ...] = ()
    fails: tuple[Way, ...] = ()
    raised: tuple[Way, ...] = ()
    found: tuple[str, ...] = ()
    armed: bool = False
    quiet: bool = False
    says: dict[Shows, str] = {}
    unknown: tuple[str, ...] = ()


class Term(Record, frozen=True, kw_only=True, rename={"starts": "from"}):
    """A time limit. `length`: ISO 8601 or `unknown`. `starts`: events from which it may run, the first found counts.

    `not_before`: it cannot start before this event, where its own start is not reported. `waits`: while this holds it
    does not run. `done_by`: what makes it pointless. `fixed`: a treaty or order may set another length: `attrs` key.
    `custody`: the longest that custody may last. `missing`: what no report says where the start is unknown.
    """

    length: str
    starts: tuple[Pattern | str, ...] = ()
    days: DayCount = "calendar"
    backwards: bool = False
    after_term: str | None = None
    not_before: str | None = None
    waits: Condition | None = None
    done_by: tuple[Pattern, ...] = ()
    moves_off_days: bool = False
    custody: bool = False
    matters_when_over: bool = False
    whose: Literal["person", "state"] = "state"
    then: str | None = None
    missing: str | None = None


class Remedy(Record, frozen=True, kw_only=True):
    """What can be done against `act`. `to`: the court or body. `term`: the rule that sets its time, if another one."""

    to: str
    who: str | None = None
    term: str | None = None
    used_by: Pattern | None = None
    decided_by: tuple[Pattern, ...] = ()
    closed_if: tuple[Way, ...] = ()


class State(Record, frozen=True, kw_only=True, rename={"since": "from"}):
    """Whether a forum is open against a state, for facts from and to a day (EDTF)."""

    opening: Opening
    since: str | None = None
    to: str | None = None


class Forum(Record, frozen=True, kw_only=True):
    """A body and the states against which it can be asked. `others`: what is so of states that are not named."""

    body: str
    states: dict[str, State]
    others: Opening | None = None


class Treaty(Record, frozen=True, kw_only=True):
    """A treaty with its parties and the day from which each is bound (EDTF or `unknown`)."""

    name: str
    title: str
    parties: dict[str, str]
    unclear: tuple[str, ...] = ()


class Ask(Record, frozen=True, kw_only=True):
    """A question that the reports leave open, with {event} and the like, and when it arises."""

    text: str
    when: tuple[Way, ...]


class Example(Record, frozen=True, kw_only=True):
    """A small case that is a test: on this day, with these events, the rule gives this value."""

    shows: Shows
    gives: str
    day: str
    events: tuple[dict[str, Any], ...] = ()
    what: str | None = None
    host: str | None = None
    requesting: str | None = None
    citizenship: tuple[str, ...] = ()


class Rule(Record, frozen=True, kw_only=True):
    """One rule of law, or one thing to watch for.

    `act`: the event that its term, remedy and suspensive effect concern, named `act` there. `stops_removal`: whether
    the remedy does; `stops_says`: what to say of it where the plain sentence would mislead.
    """

    id: str
    title: str
    kind: RuleKind
    statement: str
    provision: str
    sources: tuple[Source, ...]
    confidence: Confidence
    evidence: Evidence
    in_force: InForce = InForce()
    actor: str | None = None
    track: Track | None = None
    notes: str | None = None
    act: Pattern | tuple[Pattern, ...] = ()
    term: Term | None = None
    remedy: Remedy | None = None
    stops_removal: Stops | None = None
    stops_says: str | None = None
    protection: Test | None = None
    flag: Test | None = None
    forum: Forum | None = None
    treaties: tuple[Treaty, ...] = ()
    asks: Ask | None = None
    examples: tuple[Example, ...] = ()

    @property
    def acts(self) -> tuple[Pattern, ...]:
        """The patterns of the events that it concerns."""
        return (self.act,) if isinstance(self.act, Pattern) else self.act

    @property
    def evaluated(self) -> bool:
        """Whether anything is worked out from it; a rule that only informs has no examples."""
        parts = (self.term, self.remedy, self.protection, self.flag, self.forum, self.asks)
        return any(part is not None for part in parts) or bool(self.treaties) or self.stops_removal is not None


class Move(Record, frozen=True, kw_only=True):
    """How an event moves its track `to` a stage. `of`: only where the event that it concerns is of these types.

    `opens`: a first step, which what follows from it never precedes unless dates say so. `quiet`: no stage worth
    telling where nothing else is on the track: to have entered a state is no border procedure.
    """

    to: str
    opens: bool = False
    quiet: bool = False
    event: Pattern
    of: Pattern | None = None


class DaysOff(Record, frozen=True, kw_only=True):
    """Public holidays: `fixed` as MM-DD, `easter` as days after Easter Sunday. Saturdays and Sundays are off anyway."""

    fixed: tuple[str, ...] = ()
    easter: tuple[int, ...] = ()


class Applies(Record, frozen=True, kw_only=True):
    """To which cases: those whose host or requesting state is named, or all."""

    host: tuple[str, ...] = ()
    requesting: tuple[str, ...] = ()
    all_cases: bool = False


class Pack(Record, frozen=True, kw_only=True):
    """The law of one procedure in one jurisdiction. `version`: the day on which it was last changed."""

    id: str
    title: str
    jurisdiction: str
    version: str
    about: str
    applies: Applies
    rules: tuple[Rule, ...] = ()
    stages: tuple[Move, ...] = ()
    days_off: DaysOff = DaysOff()
