"""Short invented passages marked with their events, in the manner of country reports, appeals and notices.

`corpus/more/*.txt` hold passages, one after the other (corpus/more/README.md):

    == 2023-12-31                                    the day of publication
    @ Berik Osan; Aida Osan; Karim Toli = official   who is named; a role where it is not subject
    On June 6, police [detained|arrested Berik] …    words that tell an event, then types and whose, by any name
"""

import hashlib
import re
from pathlib import Path
from typing import Any

from habeas.model.documents import Document, Passage
from train.corpus import ROOT, Annotated

_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")
FOLDER = ROOT / "corpus/more"


def passages(folder: Path = FOLDER) -> list[Annotated]:
    """All marked passages, in the order of files and of the text."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        blocks = re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        found += [_passage(f"{file.stem}-{number:03}", block) for number, block in enumerate(blocks)]
    return found


def _passage(name: str, block: str) -> Annotated:
    published, who, marked = block.split("\n", 2)
    people = [_person(part) for part in who.removeprefix("@").split(";")]
    events: list[dict[str, Any]] = []
    text = ""
    end = 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        for part in match[2].split(";"):
            kind, names = part.strip().split(" ", 1)
            for known in names.split(","):
                events.append(_event(kind, _called(known.strip(), people, name), len(text), match[1]))
        text += match[1]
        end = match.end()
    text = (text + marked[end:]).strip("\n")
    gold = {"doc": name, "language": "en", "published": published, "people": people, "events": events}
    return Annotated(name, _document(name, text, published), gold)


def _event(kind: str, person: str, start: int, words: str) -> dict[str, Any]:
    return {"person": person, "type": kind, "find": words, "at": start}


def _person(part: str) -> dict[str, Any]:
    name, _, role = part.partition("=")
    return {"name": name.strip(), "aka": [], "role": role.strip() or "subject"}


def _called(known: str, people: list[dict[str, Any]], where: str) -> str:
    fits = [person["name"] for person in people if known == person["name"]] or [
        person["name"] for person in people if f" {known} " in f" {person['name']} "
    ]
    if len(fits) != 1:
        raise ValueError(f"{where}: {known} is {len(fits)} people")
    return str(fits[0])


def _document(name: str, text: str, published: str) -> Document:
    stretches = []
    for match in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        heading = len(match.group()) < 100 and match.group()[-1] not in '.!?”"'
        stretches.append(Passage("heading" if heading else "body", *match.span()))
    identity = hashlib.sha256(text.encode()).hexdigest()
    return Document(identity, f"{name}.txt", text, tuple(stretches), language="en", published=published)
