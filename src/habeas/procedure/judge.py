"""Apply packs of law to a case as it was known on a day. Leads for a lawyer, never legal advice."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from habeas.model.cases import Case, Conflict
from habeas.model.findings import Finding, Judged
from habeas.procedure.bench import Bench
from habeas.procedure.findings import findings_of
from habeas.procedure.relevance import worth_saying
from habeas.procedure.rules import Pack
from habeas.procedure.stages import stages
from habeas.procedure.timeline import Timeline
from habeas.text import edtf


def judge(case: Case, packs: Sequence[Pack], as_of: str) -> Judged:
    """Stages and findings of a case on a day (EDTF): what has something to say, and what is unknown and matters.

    Events later than `as_of` are not known yet, unless they are scheduled.
    """
    bench = Bench(Timeline(case, as_of), packs)
    reached = stages(bench.facts, bench.packs, bench)
    found = tuple(finding for rule in bench.rules for finding in findings_of(bench, rule))
    shown = worth_saying(found, bench, reached)
    return Judged(case.person, reached, tuple(_with_disputes(finding, case) for finding in shown))


def _with_disputes(finding: Finding, case: Case) -> Finding:
    """What reports contradict each other about, of the events that a finding rests on, is not known."""
    disputed = tuple(
        dict.fromkeys(
            f"which report is right about the {conflict.property.split('.')[-1]}: {_sides(conflict)}"
            for conflict in case.conflicts
            if conflict.event in finding.events and conflict.kind == "contradiction"
        )
    )
    return replace(finding, unknown=(*finding.unknown, *disputed)) if disputed else finding


def _sides(conflict: Conflict) -> str:
    return " or ".join(edtf.shown(side.value) for side in conflict.values)


def findings(case: Case, packs: Sequence[Pack], as_of: str, rule: str | None = None) -> Iterator[Finding]:
    """Everything that the rules, or one rule, say of a case, also what `judge` leaves out as not worth saying."""
    bench = Bench(Timeline(case, as_of), packs)
    for each in bench.rules:
        if rule in (None, each.id):
            yield from findings_of(bench, each)
