"""The packs that apply to a case, and what conditions ask of the law around them."""

from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from habeas.model.cases import Case, Event
from habeas.model.vocabulary import Track
from habeas.procedure.conditions import Scope, find, fits
from habeas.procedure.rules import Pack, Rule
from habeas.procedure.stages import stage_on
from habeas.procedure.terms import Terms, reckon, still_runs
from habeas.procedure.timeline import Bounds, Timeline
from habeas.procedure.verdicts import Truth, negate, some
from habeas.text import edtf


class Bench:
    """The packs that apply to a case, and answers to what conditions ask of the law around them."""

    def __init__(self, facts: Timeline, packs: Sequence[Pack]) -> None:
        self.facts = facts
        self.packs = tuple(sorted((pack for pack in packs if _applies(pack, facts.case)), key=lambda pack: pack.id))

    @cached_property
    def terms(self) -> Terms:
        """Every rule of these packs that has a term, by its id."""
        return {rule.id: (rule, pack.days_off) for pack in self.packs for rule in pack.rules if rule.term}

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of these packs, in the order of packs and of their files."""
        return tuple(rule for pack in self.packs for rule in pack.rules)

    def acts(self, rule: Rule) -> tuple[Event, ...]:
        """The events that a rule concerns and that fall in the time in which it is law."""
        meant = {event.id for pattern in rule.acts for event in find(self.scope(), pattern)}
        return tuple(e for e in self.facts.events if e.id in meant and self._is_law(rule, self.facts.bounds(e)))

    def _concerns(self, rule: Rule, event: Event) -> bool:
        in_force = self._is_law(rule, self.facts.bounds(event))
        return in_force and any(fits(self.scope(), pattern, event) for pattern in rule.acts)

    @staticmethod
    def _is_law(rule: Rule, day: Bounds) -> bool:
        since, until = edtf.bounds(rule.in_force.since), edtf.bounds(rule.in_force.to)
        too_early = since is not None and day[1] < since[0]
        return not too_early and not (until is not None and day[0] > until[1])

    def scope(self, act: Event | None = None) -> Scope:
        """What a condition sees: the timeline, and `act` where a rule concerns an event."""
        return Scope(self.facts, self, {} if act is None else {"act": act})

    def stage(self, track: Track, on: Bounds) -> frozenset[str]:
        """The stages that a track may have had on a day."""
        return stage_on(self.facts, self.packs, self, (track, on))[2]

    def appeal_open(self, event: Event, on: Bounds) -> Truth:
        """Whether the term of some remedy against an event still ran on a day."""
        answers: list[Truth] = []
        for rule in self.rules:
            timed = self.timing(rule)
            if rule.remedy is not None and timed is not None and self._concerns(rule, event):
                found = reckon(self.scope(event), _without_end(timed), self.terms)
                sure = found is not None and timed.confidence != "low" and found.value != "not-running"
                answers.append(still_runs(found, on) if found and sure else "unknown")
        return some(answers) if answers else "unknown"

    def timing(self, rule: Rule) -> Rule | None:
        """The rule that sets the time of a remedy: another one, or itself."""
        if rule.remedy is not None and rule.remedy.term is not None:
            return self.terms[rule.remedy.term][0]
        return rule if rule.term else None

    def over_limit(self, event: Event, on: Bounds) -> Truth:
        """Whether custody that began with an event had on a day lasted longer than some rule allows."""
        answers: list[Truth] = []
        for rule, _ in self.terms.values():
            if rule.term and rule.term.custody and self._concerns(rule, event):
                found = reckon(self.scope(event), _without_end(rule), self.terms)
                if found is not None:
                    answers.append("unknown" if rule.confidence == "low" else negate(still_runs(found, on)))
        return some(answers) if answers else "unknown"

    def supposing(self, event: Event) -> "Bench":
        """The same law for the same case, if this had happened too."""
        return Bench(self.facts.supposing(event), self.packs)


def _without_end(rule: Rule) -> Rule:
    """The rule without what makes its term pointless: a release does not undo that custody was too long.

    Nor does a removal show that the term to appeal had ended.
    """
    return replace(rule, term=replace(rule.term, done_by=())) if rule.term else rule


def _applies(pack: Pack, case: Case) -> bool:
    named = pack.applies
    return named.all_cases or case.host in named.host or case.requesting in named.requesting
