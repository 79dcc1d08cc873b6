"""The closed lists of words that records use: one list of each, for the code, the schema and the pages.

Meanings: docs/vocabulary.md.
"""

from typing import Literal, get_args

EventType = Literal[
    # persecution
    "charged", "wanted", "convicted", "arrested", "released", "abducted", "ill-treated", "escaped", "searched",
    "designated", "died",
    # movement
    "entered", "left", "entry-refused", "resettled",
    # extradition and removal
    "extradition-requested", "extradition-arrest", "extradition-granted", "extradition-refused",
    "extradition-suspended", "extradition-annulled", "removal-ordered", "removed", "penalised",
    # remedies
    "appeal-filed", "appeal-upheld", "appeal-dismissed", "hearing",
    # asylum
    "asylum-applied", "asylum-seeker-status", "asylum-granted", "asylum-refused",
    # international
    "complaint-filed", "interim-measure", "international-decision", "assurance", "sanctioned",
    # for law only
    "notified", "final", "custody-extended", "transfer",
]  # fmt: skip
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
LAW_ONLY: tuple[EventType, ...] = ("notified", "final", "custody-extended", "transfer")

Role = Literal["subject", "relative", "official", "advocate", "journalist", "other"]
ROLES: tuple[Role, ...] = get_args(Role)

Modality = Literal["happened", "scheduled", "possible", "denied"]
MODALITIES: tuple[Modality, ...] = get_args(Modality)

Track = Literal["extradition", "asylum", "expulsion", "border", "international", "prosecution"]
TRACKS: tuple[Track, ...] = get_args(Track)

Zone = Literal["headline", "standfirst", "dateline", "byline", "heading", "body", "caption", "furniture"]
"""Where in a document words stand. Furniture (menus, cookie lines, related headlines) makes no claims."""
ZONES: tuple[Zone, ...] = get_args(Zone)

ConflictKind = Literal["contradiction", "different precision", "different wording that has legal weight"]

Verdict = Literal["holds", "fails", "unknown", "armed"]
Confidence = Literal["high", "medium", "low"]
FindingKind = Literal["deadline", "flag", "remedy", "suspensive", "forum", "treaty", "protection", "question"]

STAGES: dict[Track, tuple[str, ...]] = {
    "extradition": (
        "none", "requested", "custody", "ordered", "appealed", "suspended", "in-force", "surrendered", "refused",
        "annulled", "released",
    ),
    "asylum": ("none", "applied", "seeker", "refused", "appealed", "refused-final", "granted"),
    "expulsion": ("none", "ordered", "appealed", "in-force", "carried-out", "annulled"),
    "border": ("none", "refused-entry", "admitted"),
    "international": ("none", "filed", "interim-measure", "decided"),
}  # fmt: skip
