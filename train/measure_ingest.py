"""How well `ingest` does on the annotated corpus: `python -m train.measure_ingest`.

Prints, set by set: zones of the passages; zones that gold events and people stand in (an event in furniture is lost,
a person only in furniture must be optional in gold); days of publication found without sources.csv; what rests on
what, against the gold of the cases; documents a second of processor time.
"""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from habeas.ingest import door
from habeas.ingest.links import same_publisher
from habeas.model.documents import Document
from train.corpus import ROOT, SETS, load, place_of

CASES = {
    "en": ROOT / "corpus/gold/invented-en-cases.json",
    "seeds": ROOT.parent / "shared/gold/seeds-cases.json",
}


def main() -> None:
    """Print the figures of every set that this checkout has."""
    for name, (folder, _) in SETS.items():
        if folder.is_dir():
            print(f"{name}:")
            _zones(name)
            _published(name, folder)
            if name in CASES:
                _reliance(folder, json.loads(CASES[name].read_text(encoding="utf-8")))


def _zones(name: str) -> None:
    passages, events, people = Counter[str](), Counter[str](), Counter[str]()
    for annotated in load(name):
        document, gold = annotated.document, annotated.gold
        passages.update(passage.zone for passage in document.passages)
        for event in gold["events"]:
            place = place_of(event.get("find") or "", document.text)
            zone = _zone_at(document, place[0]) if event.get("find") and place else "no place"
            events[zone] += 1
            if zone == "furniture":
                print(f"  LOST {annotated.name}: {event['find']}")
        for person in gold["people"]:
            spots = [document.text.find(form) for form in (person["name"], *person.get("aka", []))]
            zones = {_zone_at(document, spot) for spot in spots if spot >= 0}
            people["optional" * bool(person.get("optional")) + " furniture" * (zones == {"furniture"})] += 1
    print(f"  passages {dict(passages)}\n  events {dict(events)}\n  people {dict(people)}")


def _zone_at(document: Document, place: int) -> str:
    return next((p.zone for p in document.passages if p.start <= place < p.end), "between")


def _published(name: str, folder: Path) -> None:
    told, start, verdicts = load(name), time.process_time(), Counter[str]()
    for annotated in told:
        opened = door.open_file(folder / annotated.document.file, folder)
        assert isinstance(opened, Document)
        found, gold = opened.published, annotated.document.published
        verdicts["none" if not found else "right" if found == gold else "wrong"] += 1
    spent = time.process_time() - start
    print(f"  published, by the text alone {dict(verdicts)}; {len(told) / spent:.0f} documents a second")


def _reliance(folder: Path, cases: dict[str, Any]) -> None:
    """Precision is over the documents that gold speaks of; of persons as sources ingest records nothing."""
    documents = door.open_folder(folder).documents
    names = {d.id: d.file.split(".")[0].split("_")[0] for d in documents}
    gold = {(row["doc"], row["relies_on"]) for row in cases.get("upstream", [])}
    system = {(names[d.id], names.get(r.document or "", r.name)) for d in documents for r in d.relies_on}
    asked = {doc for doc, _ in gold}
    small = frozenset(("the", "of", "and"))

    def same(a: tuple[str, str], b: tuple[str, str]) -> bool:
        return a[0] == b[0] and (a[1] == b[1] or same_publisher(a[1], b[1], small))

    found = sum(any(same(s, g) for s in system) for g in gold)
    right = sum(any(same(s, g) for g in gold) for s in system if s[0] in asked)
    spoken_of = sum(doc in asked for doc, _ in system)
    print(f"  rests on: {len(system)} in all; of gold {found}/{len(gold)}, right {right}/{spoken_of}")


if __name__ == "__main__":
    main()
