"""What the law says of a case, as `procedure` derives it."""

import msgspec

from habeas.model.vocabulary import Confidence, FindingKind, Track, Verdict


class Stage(msgspec.Struct, frozen=True):
    """Where a case stands on one track, and the claims that show it."""

    track: Track
    value: str
    because: tuple[str, ...] = ()


class Finding(msgspec.Struct, frozen=True):
    """One application of one rule to one case: a lead for a lawyer, never legal advice.

    `value`: by `what`, as law/README.md lists (a deadline: EDTF day, not-running, unknown, expired). `says`: one
    sentence. `basis`: the provision. `because`: claim ids. `unknown`: what no report says and the verdict would need.
    `events`: ids of the events that it rests on; of a deadline or remedy, first the one that it concerns.
    """

    rule: str
    what: FindingKind
    value: str
    verdict: Verdict
    says: str
    basis: str
    confidence: Confidence
    track: Track | None = None
    because: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


class Judged(msgspec.Struct, frozen=True):
    """A case with its stages and findings, for one person and one day."""

    person: str
    stages: tuple[Stage, ...]
    findings: tuple[Finding, ...]
