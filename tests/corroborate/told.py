"""Invented claims of one invented person, and what several documents say of her together."""

from itertools import count

from msgspec.structs import replace

from habeas.corroborate.corroborate import corroborate
from habeas.model.cases import Conflict, Corroboration, Event
from habeas.model.documents import Document, Quote
from habeas.model.people import NameForm, People, Person, RoleIn
from habeas.model.readings import Claim, Portrait, Reading
from habeas.model.vocabulary import EventType, Modality

_numbers = count()


def claim(
    document: str, kind: EventType, date: str | None = None, place: str | None = "KZ", modality: Modality = "happened",
    **more: str,
) -> Claim:  # fmt: skip
    """A claim in a sentence of its own, of which the reader is rather sure."""
    number = next(_numbers)
    return Claim(
        id=f"c{number:04}", document=document, portrait=f"{document}/p", type=kind, zone="body",
        quote=Quote("x", number, number + 1), modality=modality, confidence=0.9, reader="test", date=date, place=place,
        attributed_to=more.pop("speaker", None), by=more.pop("by", None), attrs=more,
    )  # fmt: skip


def _portrait(document: str) -> Portrait:
    return Portrait(f"{document}/p", document, "Ada Lim", ("Ada Lim",), "subject")


def together(*claims: Claim, documents: tuple[Document, ...] = ()) -> Corroboration:
    names = sorted({c.document for c in claims})
    known = {d.id: d for d in documents}
    papers = [known.get(name) or paper(name) for name in names]
    readings = [
        Reading(n, "test", (_portrait(n),), (), tuple(claim for claim in claims if claim.document == n)) for n in names
    ]
    person = Person(
        "p1", "Ada Lim", "subject", tuple(RoleIn(n, "subject") for n in names), (NameForm("Ada Lim", tuple(names)),),
        tuple(f"{n}/p" for n in names),
    )  # fmt: skip
    return corroborate(papers, People((person,)), readings)


def only(found: Corroboration, kind: EventType) -> Event:
    events = [event for event in found.events if event.type == kind]
    assert len(events) == 1, events
    return events[0]


def conflict(found: Corroboration, what: str) -> Conflict | None:
    return next((c for c in found.conflicts if c.property == what), None)


def surely(one: Claim, confidence: float, **more: object) -> Claim:
    """The claim as told with another confidence and other values."""
    return replace(one, confidence=confidence, **more)


def beside(one: Claim, other: Claim) -> Claim:
    """The claim as told in the sentence of the other."""
    return replace(one, quote=other.quote)


def paper(name: str, published: str | None = None) -> Document:
    """A report of that day."""
    return Document(name, f"{name}.txt", "x", (), language="en", published=published)
