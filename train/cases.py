"""Resolve and corroborate measured with gold: readings made of gold people and events, scored as a casebook is.

python -m train.cases invented-en [--errors]      gold readings of corpus/en
python -m train.cases seeds [--errors]            gold readings of the seeds
… --read                                          the reader's own readings in their place
"""

import argparse
import importlib.util
import json
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from habeas.corroborate.corroborate import corroborate
from habeas.model.cases import Corroboration
from habeas.model.documents import Quote
from habeas.model.people import People
from habeas.model.readings import Claim, Portrait, Reading
from habeas.resolve.people import resolve
from train.corpus import ROOT, Annotated, load, place_of

GOLD = {
    "invented-en": ("en", ROOT / "corpus/gold/invented-en-cases.json"),
    "seeds": ("seeds", ROOT.parent / "shared/gold/seeds-cases.json"),
}


def gold_reading(entry: Annotated, truth: dict[str, Any], score: ModuleType) -> Reading:
    """What a reader without fault would see in a document: one portrait a gold person, one claim a gold event."""
    forms = [[p["name"], *p.get("aka", [])] for p in entry.gold["people"]]
    roles = [p["role"] for p in entry.gold["people"]]
    taken = set()
    for cluster in sorted(truth["people"], key=lambda c: len(c["preferred"].split())):
        here = [n["value"] for n in cluster["names"] if entry.name in n["docs"] and not n.get("inferred")]
        if here:
            all_forms = [*here, *(n["value"] for n in cluster["names"] if entry.name in n["docs"])]
            index = next(
                (i for i, f in enumerate(forms) if {score.fold(x) for x in f} & {score.fold(x) for x in all_forms}),
                None,
            )
            if index is None:
                index = next(
                    (
                        i
                        for i, f in enumerate(forms)
                        if i not in taken and any(score.same_name(x, y) for x in f for y in here)
                    ),
                    None,
                )
            taken.add(index)
            if index is None:
                forms.append(here)
                roles.append(cluster["role"])
            else:
                forms[index] = (
                    list(dict.fromkeys([forms[index][0], *forms[index], *here])) if forms[index][0] in here else here
                )
    portraits = tuple(_portrait(entry.document.id, f, r) for f, r in zip(forms, roles, strict=True))
    owner = {
        score.fold(name): i for i, p in reversed(list(enumerate(entry.gold["people"]))) for name in score.forms_of(p)
    }
    claims = []
    for number, event in enumerate(entry.gold["events"]):
        index = owner.get(score.fold(event["person"]))
        if index is not None:
            claims.append(_claim(entry, portraits[index].id, event, number))
    return Reading(entry.document.id, "gold", portraits, (), tuple(claims))


def _portrait(document: str, forms: list[str], role: Any) -> Portrait:
    ordered = tuple(sorted(dict.fromkeys(forms), key=lambda f: -len(f.split())))
    return Portrait(_id("portrait", document, *ordered), document, ordered[0], ordered, role)


def _claim(entry: Annotated, portrait: str, event: dict[str, Any], number: int) -> Claim:
    text = entry.document.text
    start, end = place_of(event.get("find") or "", text) or (0, min(10, len(text)))
    return Claim(
        id=_id("claim", entry.document.id, str(number)), document=entry.document.id, portrait=portrait,
        type=event["type"], zone="body", quote=Quote(text[start:end], start, end), modality=event["modality"],
        confidence=0.9, reader="gold", date=event["date"], place=event.get("place"), by=event.get("by"),
        attributed_to=event.get("attributed_to"), attrs=event.get("attrs") or {},
    )  # fmt: skip


def _id(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def casebook(entries: list[Annotated], readings: list[Reading], people: People, found: Corroboration) -> dict[str, Any]:
    """The parts of a casebook that the scorer reads."""
    owner = {portrait: person.id for person in people.persons for portrait in person.portraits}
    event_of = {claim: event.id for event in found.events for claim in event.claims}
    return {
        "documents": [{"id": e.document.id, "file": e.document.file, "copies": [], "relies_on": []} for e in entries],
        "people": [
            {"id": p.id, "name": p.name, "role": p.role,
             "roles": [{"document": r.document, "role": r.role} for r in p.roles],
             "names": [{"value": n.value, "documents": list(n.documents)} for n in p.names]}
            for p in people.persons
        ],
        "events": [{"id": e.id, "type": e.type, "person": e.person, "date": e.date} for e in found.events],
        "claims": [
            {"id": c.id, "event": event_of[c.id], "document": c.document, "person": owner[c.portrait], "type": c.type,
             "zone": c.zone, "quote": {"exact": c.quote.exact}, "date": c.date, "place": c.place, "by": c.by,
             "modality": c.modality, "attributed_to": c.attributed_to}
            for r in readings for c in r.claims if c.id in event_of
        ],
        "conflicts": [
            {"id": c.id, "person": c.person, "event": c.event, "property": c.property, "kind": c.kind,
             "values": [{"value": s.value, "claims": list(s.claims)} for s in c.values], "why": c.why}
            for c in found.conflicts
        ],
    }  # fmt: skip


def scorer() -> ModuleType:
    """The shared scorer, loaded from beside the project."""
    spec = importlib.util.spec_from_file_location("score", ROOT.parent / "shared/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(name: str, read: bool = False) -> tuple[dict[str, Any], list[str], dict[str, Any]]:
    """Figures, notes and the casebook for one set."""
    score = scorer()
    corpus, gold_file = GOLD[name]
    truth = json.loads(gold_file.read_text(encoding="utf-8"))
    entries = load(corpus)
    if read:
        from habeas.read.reader import read as read_document

        readings = [read_document(entry.document) for entry in entries]
    else:
        readings = [gold_reading(entry, truth, score) for entry in entries]
    documents = tuple(entry.document for entry in entries)
    people = resolve(tuple(readings), documents)
    found = corroborate(documents, people, tuple(readings))
    book = casebook(entries, readings, people, found)
    told = score.by_document(book)
    tally, errors = score.Counter(), []
    for entry in entries:
        match = next(v for v in told.values() if any(f.startswith(entry.name) for f in v[0]))
        score.score_document(*match[1:], entry.gold, tally, errors, entry.name)
    figures = score.summary(tally)
    more, notes = score.score_cases(book, truth, told)
    return figures | more, errors + notes, book


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("set", choices=sorted(GOLD))
    options.add_argument("--errors", action="store_true")
    options.add_argument("--read", action="store_true")
    options.add_argument("--write", type=Path)
    given = options.parse_args()
    figures, notes, book = measure(given.set, given.read)
    if given.errors:
        print("\n".join(notes))
    if given.write:
        given.write.write_text(json.dumps(book, ensure_ascii=False, indent=1), encoding="utf-8")
    print({k: round(v, 3) if isinstance(v, float) else v for k, v in figures.items()})


if __name__ == "__main__":
    main()
