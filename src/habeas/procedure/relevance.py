"""What is worth saying: a page that lists everything hides the one line that matters."""

from collections.abc import Iterable, Sequence

from habeas.model.findings import Finding, Stage
from habeas.procedure.bench import Bench
from habeas.procedure.remedies import remedy_value

GONE = ("surrendered", "carried-out")
ORDER = ("flag", "deadline", "protection", "remedy", "suspensive", "question", "forum", "treaty")


def worth_saying(found: Sequence[Finding], bench: Bench, reached: Iterable[Stage]) -> tuple[Finding, ...]:
    """The findings to show: without what is moot for a person already removed, long over, or beside the point."""
    stages = {stage.track: stage.value for stage in reached}
    gone = any(value in GONE for value in stages.values())
    pending = any(stages.get(track) for track in ("extradition", "expulsion", "asylum", "border", "international"))
    shown = [finding for finding in found if _has_something_to_say(finding, bench, gone, pending)]
    return tuple(sorted(_once(shown), key=lambda finding: ORDER.index(finding.what)))


def _has_something_to_say(finding: Finding, bench: Bench, gone: bool, pending: bool) -> bool:
    if finding.what == "flag":
        return finding.value != "fails"
    if finding.what == "deadline":
        term = bench.terms[finding.rule][0].term
        over = finding.value == "expired" and not (term and term.matters_when_over)
        # A day to come that a report announces is an event of the case already; no law is needed to tell it.
        announced = term is not None and term.length == "P0D" and finding.verdict == "holds"
        return not gone and not over and not announced
    if finding.what == "remedy":
        return not gone
    if finding.what == "suspensive":
        return not gone and _tells_of_an_open_remedy(finding, bench)
    if finding.what == "protection":
        return not (finding.value == "unknown" and _is_quiet(bench, finding.rule))
    if finding.what in ("forum", "treaty"):
        return pending
    return True


def _is_quiet(bench: Bench, id: str) -> bool:
    return any(rule.id == id and rule.protection is not None and rule.protection.quiet for rule in bench.rules)


def _tells_of_an_open_remedy(finding: Finding, bench: Bench) -> bool:
    """The effect of a remedy that is used up, or of one of which nothing at all is known, tells nothing."""
    rule = next(rule for rule in bench.rules if rule.id == finding.rule)
    if rule.remedy is None:
        return finding.value != "not-applicable"
    acts = [act for act in bench.acts(rule) if finding.events[:1] == (act.id,)]
    closed = all(remedy_value(bench, rule, act).value == "closed" for act in acts)
    return not closed and not (finding.value == "unknown" and finding.confidence == "low")


def _once(found: Iterable[Finding]) -> list[Finding]:
    """The same thing said of two events is said once, with the claims of both."""
    merged: dict[tuple[str, str, str, str], Finding] = {}
    for finding in found:
        key = (finding.rule, finding.what, finding.value, finding.says)
        merged.setdefault(key, finding)
    return list(merged.values())
