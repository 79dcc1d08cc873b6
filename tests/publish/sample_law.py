"""What disagrees in the sample, and what the law would say of it."""

from habeas.model.cases import Case, Conflict, Event, Side
from habeas.model.findings import Finding, Judged, Stage
from tests.publish.drafting import Draft


def conflicts(events: dict[str, Event], ids: dict[str, str]) -> tuple[Conflict, ...]:
    granted, removed = events[ids["granted"]], events[ids["removed"]]
    return (
        Conflict(
            "x1",
            "p-karim",
            granted.id,
            "date",
            "contradiction",
            (Side("2026-01-30", granted.claims[:1]), Side("2026-01-29", granted.claims[1:2])),
            "The two reports give different days for one decision; time limits run from it.",
        ),
        Conflict(
            "x2",
            "p-lola",
            removed.id,
            "modality",
            "contradiction",
            (Side("happened", removed.claims[:2]), Side("denied", removed.claims[2:])),
        ),
        Conflict(
            "x3",
            "p-lola",
            removed.id,
            "date",
            "contradiction",
            (Side("2026-02-20", removed.claims[:1]), Side("2026-02-19", removed.claims[1:2])),
        ),
        Conflict(
            "x4",
            "p-karim",
            None,
            "citizenship",
            "different precision",
            (Side("TJ", granted.claims[:1]), Side("not said", granted.claims[2:])),
        ),
    )


def cases(draft: Draft, found: tuple[Conflict, ...]) -> tuple[Case, ...]:
    return tuple(
        Case(
            person,
            tuple(event for event in draft.events if event.person == person),
            tuple(conflict for conflict in found if conflict.person == person),
            host,
            "TJ",
            ("TJ",),
        )
        for person, host in (("p-karim", "KZ"), ("p-lola", "TR"))
    )


def judged(events: dict[str, Event], ids: dict[str, str]) -> tuple[Judged, ...]:
    def because(name: str) -> tuple[str, ...]:
        return events[ids[name]].claims

    kz = "Code of Criminal Procedure of Kazakhstan, art. 592"
    return (
        Judged(
            "p-karim",
            (
                Stage("extradition", "appealed", because("appeal")),
                Stage("asylum", "refused", because("refused")),
                Stage("international", "interim-measure", because("interim")),
            ),
            (
                Finding(
                    "kz-ext-handover-30d",
                    "deadline",
                    "not-running",
                    "unknown",
                    "Handover within 30 days after the decision enters into force; it has not yet.",
                    kz,
                    "medium",
                    "extradition",
                    because("granted") + because("appeal"),
                    ("the day on which the decision enters into force",),
                ),
                Finding(
                    "kz-ext-appeal-cassation",
                    "deadline",
                    "2026-03-08",
                    "holds",
                    "Last day for a further appeal, if the appeal is dismissed on the day of the report.",
                    kz,
                    "medium",
                    "extradition",
                    because("appeal"),
                ),
                Finding(
                    "kz-ext-temp-custody-40d",
                    "deadline",
                    "expired",
                    "holds",
                    "The 40 days of custody ordered on 2 September 2025 are over.",
                    kz,
                    "high",
                    "extradition",
                    because("custody"),
                    ("whether custody was extended",),
                ),
                Finding(
                    "hrc-interim-measures",
                    "protection",
                    "holds",
                    "holds",
                    "The Committee has asked the state not to extradite while it examines the complaint.",
                    "Optional Protocol to the ICCPR, art. 1; Rules of procedure, rule 94",
                    "high",
                    "international",
                    because("interim"),
                ),
                Finding(
                    "kz-asy-appeal-suspensive",
                    "protection",
                    "unknown",
                    "unknown",
                    "An open asylum appeal bars removal.",
                    "Law on Refugees, art. 18",
                    "medium",
                    "asylum",
                    because("refused"),
                    ("whether the appeal was filed in time",),
                ),
                Finding(
                    "rf-assurances-only",
                    "flag",
                    "unknown",
                    "unknown",
                    "Reliance on assurances alone.",
                    "Practice of the Committee",
                    "low",
                    None,
                    (),
                    ("whether assurances were given",),
                ),
                Finding(
                    "rf-decision-while-asylum-pending",
                    "flag",
                    "holds",
                    "holds",
                    "Extradition was granted while the asylum appeal was open.",
                    "1951 Convention, art. 33",
                    "high",
                    None,
                    because("granted") + because("refused"),
                ),
                Finding(
                    "rf-removal-under-interim",
                    "flag",
                    "armed",
                    "armed",
                    "A handover now would breach the Committee's request.",
                    "Optional Protocol, art. 1",
                    "high",
                    None,
                    because("interim"),
                ),
                Finding(
                    "kz-ext-appeal-10d",
                    "remedy",
                    "open",
                    "holds",
                    "The appeal against the extradition decision is pending.",
                    kz,
                    "medium",
                    "extradition",
                    because("appeal"),
                ),
                Finding(
                    "kz-ext-appeal-10d",
                    "suspensive",
                    "yes",
                    "holds",
                    "The appeal suspends the handover.",
                    kz,
                    "medium",
                    "extradition",
                    because("appeal"),
                ),
                Finding(
                    "cat22-kz",
                    "forum",
                    "available",
                    "holds",
                    "Kazakhstan accepts individual complaints to the Committee against Torture.",
                    "CAT art. 22",
                    "high",
                    "international",
                ),
                Finding(
                    "chisinau",
                    "treaty",
                    "chisinau",
                    "holds",
                    "Between Tajikistan and Kazakhstan the Chisinau Convention applies.",
                    "Chisinau Convention 2002",
                    "medium",
                ),
                Finding(
                    "q-language",
                    "question",
                    "unknown",
                    "unknown",
                    "Ask counsel on which day the decision was served on Karim Saidov.",
                    kz,
                    "high",
                    "extradition",
                    (),
                    ("the day of service",),
                ),
            ),
        ),
        Judged(
            "p-lola",
            (Stage("expulsion", "carried-out", because("removed")), Stage("asylum", "applied", because("applied"))),
            (
                Finding(
                    "rf-removal-despite-stay",
                    "flag",
                    "holds",
                    "holds",
                    "Removal although a court had stayed it.",
                    "ECHR art. 13",
                    "medium",
                    "expulsion",
                    because("stay") + because("removed"),
                ),
            ),
        ),
    )
