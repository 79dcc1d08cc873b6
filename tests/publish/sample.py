"""A run's Result about invented people, made by hand, so that the pages can be judged apart from the reader."""

from typing import Any

from habeas.model.cases import Corroboration
from habeas.model.documents import Problem, Reliance
from habeas.model.people import People, Undecided
from habeas.model.result import Ingredient, Result
from tests.publish import sample_law
from tests.publish.drafting import Draft, people

NOVOSTI = """Court in Almaty sends dissident Karim Saidov's case to prosecutors
Steppe Wire
ALMATY, January 31 (Steppe Wire)

Kazakhstan's Prosecutor General's Office granted Tajikistan's request to extradite the blogger \
Karim Saidov on January 30, his lawyer Aigerim Dosova told Steppe Wire on Saturday.

Saidov, 34, was arrested at Almaty airport in late August 2025 on an Interpol notice and has been in custody since. \
A district court ordered extradition arrest of 40 days on September 2.

Migration authorities refused him refugee status in November. He has appealed, and a hearing is set for March 11, 2026.

"If he is handed over he will be tortured," Dosova said. Saidov's brother Farhod disappeared in Dushanbe in 2024.

READ ALSO: Ten facts about the steppe
Subscribe to our newsletter
"""

APPEAL = """URGENT: Karim Saidov must not be sent to Tajikistan
Eastern Rights Desk, 24 February 2026

On 29 January 2026 the Prosecutor General's Office approved the extradition of Karim Saidov to Tajikistan. \
He filed an appeal with the administrative court in Astana on 6 February.

On 23 February the UN Human Rights Committee asked Kazakhstan not to extradite Mr Saidov \
while his complaint is examined.

Mr Saidov was convicted in absentia in Dushanbe in 2023 and sentenced to twelve years for "extremism". \
Relatives say that Tajik officers planned to abduct him in Almaty.
"""

DIGEST = """Digest of the week
According to Steppe Wire, Kazakhstan has granted the extradition of Karim Saidoff to Tajikistan.

According to Steppe Wire, Lola Nazarova was deported from Istanbul to Dushanbe on February 20; her family says \
she was handed to officers at the airport. Officials in Ankara denied that any deportation had taken place.
"""

COURT = """Notice
Istanbul Bar, Migration Committee, 21 February 2026
Ms Lola Nazarova, a citizen of Tajikistan, was taken to the airport on 19 February although the court \
had stayed her deportation on 18 February. On 3 February she applied for asylum.
"""


NAMES = {
    "p-karim": "Karim Saidov",
    "p-lola": "Lola Nazarova",
    "p-farhod": "Farhod",
    "p-lawyer": "Aigerim Dosova",
}
ROLES: dict[str, Any] = {"p-karim": "subject", "p-lola": "subject", "p-farhod": "relative", "p-lawyer": "advocate"}


def result() -> Result:
    """The sample: four reports, two subjects, contradictions, a copy, a reliance, a file that could not be read."""
    draft = Draft()
    wire = draft.document(
        "steppe-wire.html",
        NOVOSTI,
        {1: "byline", 2: "dateline", 12: "furniture", 13: "furniture"},
        copies=("again/steppe-wire-copy.html",),
        title="Court in Almaty sends dissident Karim Saidov's case to prosecutors",
        publisher="Steppe Wire",
        published="2026-01-31",
        url="https://steppe.example/saidov",
        known_from={"title": "page", "publisher": "json-ld", "published": "json-ld", "url": "sources.csv"},
    )
    appeal = draft.document(
        "appeal.txt",
        APPEAL,
        title="URGENT: Karim Saidov must not be sent to Tajikistan",
        publisher="Eastern Rights Desk",
        published="2026-02-24",
        known_from={"publisher": "text", "published": "text", "url": "unknown"},
    )
    digest = draft.document(
        "digest.md",
        DIGEST,
        title="Digest of the week",
        publisher="Weekly Digest",
        published="2026-02-25",
        machine_generated=True,
        relies_on=(Reliance("Steppe Wire", wire), Reliance("Ankara Daily")),
    )
    court = draft.document("bar-notice.pdf", COURT, title="Notice", publisher="Istanbul Bar", published="2026-02-21")
    for document, person, words in (
        (wire, "p-karim", "Karim Saidov"),
        (wire, "p-karim", "Saidov"),
        (wire, "p-farhod", "Farhod"),
        (wire, "p-lawyer", "Aigerim Dosova"),
        (appeal, "p-karim", "Karim Saidov"),
        (digest, "p-karim", "Karim Saidoff"),
        (digest, "p-lola", "Lola Nazarova"),
        (court, "p-lola", "Lola Nazarova"),
    ):
        draft.mention(document, person, words)
    ids = _karim(draft, wire, appeal, digest) | _lola(draft, digest, court)
    readings = draft.readings(ROLES)
    events = {event.id: event for event in draft.events}
    conflicts = sample_law.conflicts(events, ids)
    return Result(
        as_of="2026-02-26",
        documents=tuple(draft.documents),
        readings=readings,
        people=People(
            people(readings, NAMES, ROLES),
            (
                Undecided(
                    (f"p-farhod@{wire[:6]}", f"p-lola@{digest[:6]}"),
                    ("both are named with relatives in Dushanbe",),
                    ("one is called a brother, the other «she»",),
                ),
            ),
        ),
        corroboration=Corroboration(tuple(draft.events), conflicts, sample_law.cases(draft, conflicts)),
        judged=sample_law.judged(events, ids),
        problems=(Problem("scan.pdf", "has no text layer", "Run OCR on it, or save the page as text"),),
        inputs=tuple(Ingredient(d.file, d.id) for d in draft.documents),
        packs=(Ingredient("kz/extradition/pack.yml", "0" * 64),),
    )


def _karim(draft: Draft, wire: str, appeal: str, digest: str) -> dict[str, str]:
    told = "granted Tajikistan's request to extradite the blogger Karim Saidov on January 30"
    approved = (
        "On 29 January 2026 the Prosecutor General's Office approved the extradition of Karim Saidov to Tajikistan."
    )
    asked = "the UN Human Rights Committee asked Kazakhstan not to extradite Mr Saidov while his complaint is examined."
    held = "Saidov, 34, was arrested at Almaty airport in late August 2025 on an Interpol notice"
    convicted = 'convicted in absentia in Dushanbe in 2023 and sentenced to twelve years for "extremism"'
    person = "p-karim"
    return {
        "convicted": draft.event(
            person,
            "convicted",
            [{"document": appeal, "quote": convicted, "trigger": "convicted"}],
            date="2023",
            place="TJ",
            track="prosecution",
            attrs={"sentence": "twelve years", "in_absentia": "true"},
        ),
        "arrested": draft.event(
            person,
            "arrested",
            [{"document": wire, "quote": held, "trigger": "arrested"}],
            date="2025-08-21/2025-08-31",
            place="KZ",
            track="prosecution",
        ),
        "custody": draft.event(
            person,
            "extradition-arrest",
            [
                {
                    "document": wire,
                    "quote": "A district court ordered extradition arrest of 40 days on September 2.",
                    "trigger": "extradition arrest",
                }
            ],
            date="2025-09-02",
            place="KZ",
            track="extradition",
            by="a district court",
            attrs={"term": "P40D"},
        ),
        "refused": draft.event(
            person,
            "asylum-refused",
            [
                {
                    "document": wire,
                    "quote": "Migration authorities refused him refugee status in November.",
                    "trigger": "refused",
                }
            ],
            date="2025-11",
            place="KZ",
            track="asylum",
            by="Migration authorities",
        ),
        "hearing": draft.event(
            person,
            "hearing",
            [{"document": wire, "quote": "a hearing is set for March 11, 2026", "trigger": "hearing"}],
            date="2026-03-11",
            place="KZ",
            track="asylum",
            modality="scheduled",
        ),
        "granted": draft.event(
            person,
            "extradition-granted",
            [
                {"document": wire, "quote": told, "trigger": "granted", "attributed_to": "Aigerim Dosova"},
                {
                    "document": appeal,
                    "quote": approved,
                    "trigger": "approved",
                    "date": "2026-01-29",
                },
                {
                    "document": digest,
                    "quote": "Kazakhstan has granted the extradition of Karim Saidoff to Tajikistan",
                    "trigger": "granted",
                    "date": None,
                    "attributed_to": "Steppe Wire",
                },
            ],
            date="2026-01-30",
            place="KZ",
            track="extradition",
            by="Prosecutor General's Office of Kazakhstan",
            independent_sources=2,
        ),
        "appeal": draft.event(
            person,
            "appeal-filed",
            [
                {
                    "document": appeal,
                    "quote": "He filed an appeal with the administrative court in Astana on 6 February.",
                    "trigger": "filed an appeal",
                }
            ],
            date="2026-02-06",
            place="KZ",
            track="extradition",
            of="e05",
        ),
        "interim": draft.event(
            person,
            "interim-measure",
            [
                {
                    "document": appeal,
                    "quote": asked,
                    "trigger": "asked Kazakhstan not to extradite",
                }
            ],
            date="2026-02-23",
            place="KZ",
            track="international",
            by="UN Human Rights Committee",
            attrs={"body": "HRC"},
        ),
        "torture": draft.event(
            person,
            "ill-treated",
            [
                {
                    "document": wire,
                    "quote": '"If he is handed over he will be tortured," Dosova said.',
                    "trigger": "tortured",
                    "attributed_to": "Aigerim Dosova",
                }
            ],
            place="TJ",
            modality="possible",
            attributed_to="Aigerim Dosova",
        ),
        "abduction": draft.event(
            person,
            "abducted",
            [
                {
                    "document": appeal,
                    "quote": "Relatives say that Tajik officers planned to abduct him in Almaty.",
                    "trigger": "abduct",
                    "attributed_to": "relatives",
                }
            ],
            place="KZ",
            modality="possible",
            attributed_to="relatives",
        ),
    }


def _lola(draft: Draft, digest: str, court: str) -> dict[str, str]:
    person = "p-lola"
    return {
        "applied": draft.event(
            person,
            "asylum-applied",
            [{"document": court, "quote": "On 3 February she applied for asylum.", "trigger": "applied"}],
            date="2026-02-03",
            place="TR",
            track="asylum",
        ),
        "stay": draft.event(
            person,
            "extradition-suspended",
            [{"document": court, "quote": "the court had stayed her deportation on 18 February", "trigger": "stayed"}],
            date="2026-02-18",
            place="TR",
            track="expulsion",
            by="the court",
        ),
        "removed": draft.event(
            person,
            "removed",
            [
                {
                    "document": digest,
                    "quote": "Lola Nazarova was deported from Istanbul to Dushanbe on February 20",
                    "trigger": "deported",
                    "attributed_to": "Steppe Wire",
                },
                {
                    "document": court,
                    "quote": "was taken to the airport on 19 February although the court had stayed her deportation",
                    "trigger": "taken to the airport",
                    "date": "2026-02-19",
                },
                {
                    "document": digest,
                    "quote": "Officials in Ankara denied that any deportation had taken place.",
                    "trigger": "denied",
                    "modality": "denied",
                    "date": None,
                    "attributed_to": "Officials in Ankara",
                },
            ],
            date="2026-02-20",
            place="TR",
            track="expulsion",
            independent_sources=2,
            attrs={"mode": "deportation", "to": "TJ"},
        ),
    }
