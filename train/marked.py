"""Short invented passages whose events are marked with date, place, modality and speaker (corpus/telling/README.md)."""

import hashlib
import re
from typing import Any

from habeas.model.documents import Document, Passage
from train.corpus import ROOT, Annotated

_MARK = re.compile(r"\[([^\]|]+)\|(\S+) (.+?) (\S+) (\S+?)(?: (scheduled|possible|denied))?(?: <([^>]+)>)?\]")
FOLDER = ROOT / "corpus/telling"


def marked() -> list[Annotated]:
    """All marked passages; events carry `at` and `until`, the offsets of their words, and no `by`."""
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        blocks = re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        found += [_passage(f"{file.stem}-{number:03}", block) for number, block in enumerate(blocks)]
    return found


def _passage(name: str, block: str) -> Annotated:
    published, who, words = block.split("\n", 2)
    people = [_person(part) for part in who.removeprefix("@").split(";")]
    events: list[dict[str, Any]] = []
    text = ""
    end = 0
    for match in _MARK.finditer(words):
        text += words[end : match.start()]
        event = {
            "type": match[2], "person": _whose(people, match[3]), "date": None if match[4] == "-" else match[4],
            "place": None if match[5] == "-" else match[5], "modality": match[6] or "happened",
            "attributed_to": match[7], "at": len(text), "until": len(text) + len(match[1]),
        }  # fmt: skip
        events.append(event)
        text += match[1]
        end = match.end()
    text = (text + words[end:]).strip()
    document = Document(
        id=hashlib.sha256(text.encode()).hexdigest(), file=f"{name}.txt", text=text,
        passages=(Passage("body", 0, len(text)),), published=published.strip(), language="en",
    )  # fmt: skip
    return Annotated(name, document, {"people": people, "events": events})


def _person(part: str) -> dict[str, Any]:
    name, _, role = part.partition("=")
    return {"name": name.strip(), "aka": [], "role": role.strip() or "subject"}


def _whose(people: list[dict[str, Any]], form: str) -> str:
    """The full name of the one who has this name or a part of it; ValueError where nobody has."""
    for person in people:
        if form in (person["name"], *person["name"].split()):
            return str(person["name"])
    raise ValueError(f"nobody is called {form}")
