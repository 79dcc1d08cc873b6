"""Makes a Result by hand, document by document and event by event, and writes it as a run would."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from habeas.model.cases import Event
from habeas.model.documents import Document, Passage, cut
from habeas.model.people import NameForm, Person, RoleIn
from habeas.model.readings import Claim, Mention, Portrait, Reading, Words
from habeas.model.result import Result
from habeas.publish.site import render


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


def write(found: Result, folder: Path) -> Path:
    """Write what a run would write into `folder`, and return it."""
    for name, content in render(found):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
