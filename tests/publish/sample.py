"""A run's Result about invented people, made by hand, so that the pages can be judged apart from the reader."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from habeas.model.cases import Case, Conflict, Corroboration, Event, Side
from habeas.model.documents import Document, Passage, Problem, Reliance, cut
from habeas.model.findings import Finding, Judged, Stage
from habeas.model.people import NameForm, People, Person, RoleIn, Undecided
from habeas.model.readings import Claim, Mention, Portrait, Reading, Words
from habeas.model.result import Ingredient, Result

NOVOSTI = """Court in Almaty sends dissident Karim Saidov's case to prosecutors
Steppe Wire
ALMATY, January 31 (Steppe Wire)

Kazakhstan's Prosecutor General's Office granted Tajikistan's request to extradite the blogger Karim Saidov on January 30, \
his lawyer Aigerim Dosova told Steppe Wire on Saturday.

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

On 23 February the UN Human Rights Committee asked Kazakhstan not to extradite Mr Saidov while his complaint is examined.

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
Ms Lola Nazarova, a citizen of Tajikistan, was taken to the airport on 19 February although the court had stayed her deportation \
on 18 February. On 3 February she applied for asylum.
"""


@dataclass
class Draft:
    """A Result in the making: adds documents, people and events, and keeps the ids in step."""

    documents: list[Document] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def document(self, file: str, text: str, zones: dict[int, str] | None = None, **facts: Any) -> str:
        identity = sha256(text.encode()).hexdigest()
        passages, at = [], 0
        for number, line in enumerate(text.split("\n")):
            if line:
                zone: Any = (zones or {}).get(number, "headline" if number == 0 else "body")
                passages.append(Passage(zone, at, at + len(line)))
            at += len(line) + 1
        self.documents.append(Document(identity, file, text, tuple(passages), language="en", **facts))
        return identity

    def mention(self, document: str, person: str, words: str) -> None:
        text = self.text(document)
        start = text.index(words)
        found = self.mentions.setdefault(document, [])
        identity = f"m-{document[:6]}-{len(found)}"
        portrait = f"{person}@{document[:6]}"
        found.append(Mention(identity, document, portrait, words, start, start + len(words)))

    def event(self, person: str, kind: Any, told: list[dict[str, Any]], **facts: Any) -> str:
        """An event with its claims: `told` is a list of {document, quote, words …}."""
        event = f"e{len(self.events):02}"
        ids = []
        for entry in told:
            ids.append(self._claim(person, kind, dict(entry), facts))
        self.events.append(
            Event(id=event, person=person, type=kind, claims=tuple(ids), **{"modality": "happened", **facts})
        )
        return event

    def _claim(self, person: str, kind: Any, entry: dict[str, Any], facts: dict[str, Any]) -> str:
        document, exact, trigger = entry.pop("document"), entry.pop("quote"), entry.pop("trigger")
        text = self.text(document)
        start = text.index(exact)
        at = text.index(trigger, start)
        found = self.claims.setdefault(document, [])
        identity = f"c-{document[:6]}-{len(found):02}"
        shared = {key: facts[key] for key in ("track", "date", "place", "by", "attrs", "modality") if key in facts}
        values: dict[str, Any] = {"modality": "happened", "zone": "body", **shared, **entry}
        found.append(
            Claim(
                id=identity,
                document=document,
                portrait=f"{person}@{document[:6]}",
                type=kind,
                quote=cut(text, start, start + len(exact)),
                confidence=0.9,
                reader="sample 1",
                words=(Words("type", at, at + len(trigger)),),
                **values,
            )
        )
        return identity

    def text(self, document: str) -> str:
        return next(entry.text for entry in self.documents if entry.id == document)

    def readings(self, roles: dict[str, Any]) -> tuple[Reading, ...]:
        result = []
        for document in self.documents:
            mentions = tuple(self.mentions.get(document.id, []))
            portraits: dict[str, list[str]] = {}
            for mention in mentions:
                portraits.setdefault(mention.portrait, []).append(mention.value)
            shown = tuple(
                Portrait(key, document.id, max(names, key=len), tuple(dict.fromkeys(names)), roles[key.split("@")[0]])
                for key, names in portraits.items()
            )
            result.append(Reading(document.id, "sample 1", shown, mentions, tuple(self.claims.get(document.id, []))))
        return tuple(result)


def people(readings: tuple[Reading, ...], names: dict[str, str], roles: dict[str, Any]) -> tuple[Person, ...]:
    """One Person for each key of `names`, from the portraits that carry it."""
    result = []
    for key, name in names.items():
        portraits = [p for reading in readings for p in reading.portraits if p.id.split("@")[0] == key]
        forms: dict[str, list[str]] = {}
        for portrait in portraits:
            for form in portrait.names:
                forms.setdefault(form, []).append(portrait.document)
        result.append(
            Person(
                id=key,
                name=name,
                role=roles[key],
                roles=tuple(RoleIn(p.document, p.role) for p in portraits),
                names=tuple(NameForm(form, tuple(where)) for form, where in forms.items()),
                portraits=tuple(p.id for p in portraits),
                because=("same name, told with the same event on 30 January 2026",),
            )
        )
    return tuple(result)


NAMES = {
    "p-karim": "Karim Saidov",
    "p-lola": "Lola Nazarova",
    "p-farhod": "Farhod",
    "p-lawyer": "Aigerim Dosova",
}
ROLES: dict[str, Any] = {"p-karim": "subject", "p-lola": "subject", "p-farhod": "relative", "p-lawyer": "advocate"}


def result() -> Result:
    """The sample: four reports, two subjects, a contradiction of dates, a copy, a reliance, a file that could not be read."""
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
    conflicts = _conflicts(events, ids)
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
        corroboration=Corroboration(tuple(draft.events), conflicts, _cases(draft, conflicts)),
        judged=_judged(events, ids),
        problems=(Problem("scan.pdf", "has no text layer", "Run OCR on it, or save the page as text"),),
        inputs=tuple(Ingredient(d.file, d.id) for d in draft.documents),
        packs=(Ingredient("kz/extradition/pack.yml", "0" * 64),),
    )


def _karim(draft: Draft, wire: str, appeal: str, digest: str) -> dict[str, str]:
    told = "Kazakhstan's Prosecutor General's Office granted Tajikistan's request to extradite the blogger Karim Saidov on January 30"
    held = "Saidov, 34, was arrested at Almaty airport in late August 2025 on an Interpol notice"
    convicted = 'convicted in absentia in Dushanbe in 2023 and sentenced to twelve years for "extremism"'
    person = "p-karim"
    return {
        "convicted": draft.event(
            person, "convicted", [{"document": appeal, "quote": convicted, "trigger": "convicted"}],
            date="2023", place="TJ", track="prosecution", attrs={"sentence": "twelve years", "in_absentia": "true"},
        ),
        "arrested": draft.event(
            person, "arrested", [{"document": wire, "quote": held, "trigger": "arrested"}],
            date="2025-08-21/2025-08-31", place="KZ", track="prosecution",
        ),
        "custody": draft.event(
            person, "extradition-arrest",
            [{"document": wire, "quote": "A district court ordered extradition arrest of 40 days on September 2.", "trigger": "extradition arrest"}],
            date="2025-09-02", place="KZ", track="extradition", by="a district court", attrs={"term": "P40D"},
        ),
        "refused": draft.event(
            person, "asylum-refused",
            [{"document": wire, "quote": "Migration authorities refused him refugee status in November.", "trigger": "refused"}],
            date="2025-11", place="KZ", track="asylum", by="Migration authorities",
        ),
        "hearing": draft.event(
            person, "hearing", [{"document": wire, "quote": "a hearing is set for March 11, 2026", "trigger": "hearing"}],
            date="2026-03-11", place="KZ", track="asylum", modality="scheduled",
        ),
        "granted": draft.event(
            person, "extradition-granted",
            [
                {"document": wire, "quote": told, "trigger": "granted", "attributed_to": "Aigerim Dosova"},
                {"document": appeal, "quote": "On 29 January 2026 the Prosecutor General's Office approved the extradition of Karim Saidov to Tajikistan.",
                 "trigger": "approved", "date": "2026-01-29"},
                {"document": digest, "quote": "Kazakhstan has granted the extradition of Karim Saidoff to Tajikistan", "trigger": "granted",
                 "date": None, "attributed_to": "Steppe Wire"},
            ],
            date="2026-01-30", place="KZ", track="extradition", by="Prosecutor General's Office of Kazakhstan", independent_sources=2,
        ),
        "appeal": draft.event(
            person, "appeal-filed",
            [{"document": appeal, "quote": "He filed an appeal with the administrative court in Astana on 6 February.", "trigger": "filed an appeal"}],
            date="2026-02-06", place="KZ", track="extradition", of="e05",
        ),
        "interim": draft.event(
            person, "interim-measure",
            [{"document": appeal, "quote": "On 23 February the UN Human Rights Committee asked Kazakhstan not to extradite Mr Saidov while his complaint is examined.",
              "trigger": "asked Kazakhstan not to extradite"}],
            date="2026-02-23", place="KZ", track="international", by="UN Human Rights Committee", attrs={"body": "HRC"},
        ),
        "torture": draft.event(
            person, "ill-treated",
            [{"document": wire, "quote": "\"If he is handed over he will be tortured,\" Dosova said.", "trigger": "tortured", "attributed_to": "Aigerim Dosova"}],
            place="TJ", modality="possible", attributed_to="Aigerim Dosova",
        ),
        "abduction": draft.event(
            person, "abducted",
            [{"document": appeal, "quote": "Relatives say that Tajik officers planned to abduct him in Almaty.", "trigger": "abduct", "attributed_to": "relatives"}],
            place="KZ", modality="possible", attributed_to="relatives",
        ),
    }  # fmt: skip


def _lola(draft: Draft, digest: str, court: str) -> dict[str, str]:
    person = "p-lola"
    return {
        "applied": draft.event(
            person, "asylum-applied", [{"document": court, "quote": "On 3 February she applied for asylum.", "trigger": "applied"}],
            date="2026-02-03", place="TR", track="asylum",
        ),
        "stay": draft.event(
            person, "extradition-suspended",
            [{"document": court, "quote": "the court had stayed her deportation on 18 February", "trigger": "stayed"}],
            date="2026-02-18", place="TR", track="expulsion", by="the court",
        ),
        "removed": draft.event(
            person, "removed",
            [
                {"document": digest, "quote": "Lola Nazarova was deported from Istanbul to Dushanbe on February 20", "trigger": "deported", "attributed_to": "Steppe Wire"},
                {"document": court, "quote": "was taken to the airport on 19 February although the court had stayed her deportation", "trigger": "taken to the airport",
                 "date": "2026-02-19"},
                {"document": digest, "quote": "Officials in Ankara denied that any deportation had taken place.", "trigger": "denied", "modality": "denied",
                 "date": None, "attributed_to": "Officials in Ankara"},
            ],
            date="2026-02-20", place="TR", track="expulsion", independent_sources=2, attrs={"mode": "deportation", "to": "TJ"},
        ),
    }  # fmt: skip


def _conflicts(events: dict[str, Event], ids: dict[str, str]) -> tuple[Conflict, ...]:
    granted, removed = events[ids["granted"]], events[ids["removed"]]
    return (
        Conflict("x1", "p-karim", granted.id, "date", "contradiction",
                 (Side("2026-01-30", granted.claims[:1]), Side("2026-01-29", granted.claims[1:2])),
                 "The two reports give different days for one decision; time limits run from it."),
        Conflict("x2", "p-lola", removed.id, "modality", "contradiction",
                 (Side("happened", removed.claims[:2]), Side("denied", removed.claims[2:]))),
        Conflict("x3", "p-lola", removed.id, "date", "contradiction",
                 (Side("2026-02-20", removed.claims[:1]), Side("2026-02-19", removed.claims[1:2]))),
        Conflict("x4", "p-karim", None, "citizenship", "different precision",
                 (Side("TJ", granted.claims[:1]), Side("not said", granted.claims[2:]))),
    )  # fmt: skip


def _cases(draft: Draft, conflicts: tuple[Conflict, ...]) -> tuple[Case, ...]:
    return tuple(
        Case(
            person,
            tuple(event for event in draft.events if event.person == person),
            tuple(conflict for conflict in conflicts if conflict.person == person),
            host,
            "TJ",
            ("TJ",),
        )
        for person, host in (("p-karim", "KZ"), ("p-lola", "TR"))
    )


def _judged(events: dict[str, Event], ids: dict[str, str]) -> tuple[Judged, ...]:
    def because(name: str) -> tuple[str, ...]:
        return events[ids[name]].claims

    kz = "Code of Criminal Procedure of Kazakhstan, art. 592"
    return (
        Judged(
            "p-karim",
            (Stage("extradition", "appealed", because("appeal")), Stage("asylum", "refused", because("refused")),
             Stage("international", "interim-measure", because("interim"))),
            (
                Finding("kz-ext-handover-30d", "deadline", "not-running", "unknown",
                        "Handover within 30 days after the decision enters into force; it has not, while the appeal is open.", kz, "medium",
                        "extradition", because("granted") + because("appeal"), ("the day on which the decision enters into force",)),
                Finding("kz-ext-appeal-cassation", "deadline", "2026-03-08", "holds",
                        "Last day for a further appeal, if the appeal is dismissed on the day of the report.", kz, "medium", "extradition", because("appeal")),
                Finding("kz-ext-temp-custody-40d", "deadline", "expired", "holds", "The 40 days of custody ordered on 2 September 2025 are over.", kz, "high",
                        "extradition", because("custody"), ("whether custody was extended",)),
                Finding("hrc-interim-measures", "protection", "holds", "holds", "The Committee has asked the state not to extradite while it examines the complaint.",
                        "Optional Protocol to the ICCPR, art. 1; Rules of procedure, rule 94", "high", "international", because("interim")),
                Finding("kz-asy-appeal-suspensive", "protection", "unknown", "unknown", "An open asylum appeal bars removal.", "Law on Refugees, art. 18", "medium",
                        "asylum", because("refused"), ("whether the appeal was filed in time",)),
                Finding("rf-assurances-only", "flag", "unknown", "unknown", "Reliance on assurances alone.", "Practice of the Committee", "low", None, (),
                        ("whether assurances were given",)),
                Finding("rf-decision-while-asylum-pending", "flag", "holds", "holds", "Extradition was granted while the asylum appeal was open.",
                        "1951 Convention, art. 33", "high", None, because("granted") + because("refused")),
                Finding("rf-removal-under-interim", "flag", "armed", "armed", "A handover now would breach the Committee's request.", "Optional Protocol, art. 1", "high",
                        None, because("interim")),
                Finding("kz-ext-appeal-10d", "remedy", "open", "holds", "The appeal against the extradition decision is pending.", kz, "medium", "extradition",
                        because("appeal")),
                Finding("kz-ext-appeal-10d", "suspensive", "yes", "holds", "The appeal suspends the handover.", kz, "medium", "extradition", because("appeal")),
                Finding("cat22-kz", "forum", "available", "holds", "Kazakhstan accepts individual complaints to the Committee against Torture.", "CAT art. 22", "high",
                        "international"),
                Finding("chisinau", "treaty", "chisinau", "holds", "Between Tajikistan and Kazakhstan the Chisinau Convention applies.", "Chisinau Convention 2002", "medium"),
                Finding("q-language", "question", "unknown", "unknown", "Ask counsel on which day the decision was served on Karim Saidov.", kz, "high", "extradition", (),
                        ("the day of service",)),
            ),
        ),
        Judged("p-lola", (Stage("expulsion", "carried-out", because("removed")), Stage("asylum", "applied", because("applied"))),
               (Finding("rf-removal-despite-stay", "flag", "holds", "holds", "Removal although a court had stayed it.", "ECHR art. 13", "medium", "expulsion",
                        because("stay") + because("removed")),)),
    )  # fmt: skip
