"""Apply packs of law to a case as it was known on a day. Leads for a lawyer, never legal advice."""

from collections.abc import Iterator, Sequence

from habeas.model.cases import Case
from habeas.model.findings import Finding, Judged
from habeas.procedure.bench import Bench
from habeas.procedure.findings import findings_of
from habeas.procedure.relevance import worth_saying
from habeas.procedure.rules import Pack
from habeas.procedure.stages import stages
from habeas.procedure.timeline import Timeline


def judge(case: Case, packs: Sequence[Pack], as_of: str) -> Judged:
    """Stages and findings of a case on a day (EDTF): what has something to say, and what is unknown and matters.

    Events later than `as_of` are not known yet, unless they are scheduled.
    """
    bench = Bench(Timeline(case, as_of), packs)
    reached = stages(bench.facts, bench.packs, bench)
    found = tuple(finding for rule in bench.rules for finding in findings_of(bench, rule))
    return Judged(case.person, reached, worth_saying(found, bench, reached))


def findings(case: Case, packs: Sequence[Pack], as_of: str, rule: str | None = None) -> Iterator[Finding]:
    """Everything that the rules, or one rule, say of a case, also what `judge` leaves out as not worth saying."""
    bench = Bench(Timeline(case, as_of), packs)
    for each in bench.rules:
        if rule in (None, each.id):
            yield from findings_of(bench, each)
