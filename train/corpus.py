"""The annotated corpus as documents with their gold: what the weights are fitted on and measured by.

Sets: "en" and "wide" (invented, in the project), "test" (invented too, never fitted on) and, where a checkout has them
beside it, "dev" and "seeds" (real reports, for measuring only: never fitted on).
"""

import csv
import json
import re
from pathlib import Path
from typing import Any

import msgspec

from habeas.ingest.door import open_file
from habeas.model.documents import Document, Problem

ROOT = Path(__file__).resolve().parent.parent
SETS = {
    "en": (ROOT / "corpus/en", ROOT / "corpus/gold/invented-en.jsonl"),
    "wide": (ROOT / "corpus/wide", ROOT / "corpus/gold/wide.jsonl"),
    "test": (ROOT / "corpus/test", ROOT / "corpus/gold/test.jsonl"),
    "dev": (ROOT.parent / "shared/corpus/dev", ROOT.parent / "shared/gold/dev.jsonl"),
    "seeds": (ROOT.parent / "shared/seeds", ROOT.parent / "shared/gold/seeds.jsonl"),
}
FITTED = ("en", "wide")
"""What weights are fitted on."""


def at_hand(*names: str) -> list[str]:
    """Those of the sets that lie here: real reports are not part of the project."""
    return [name for name in names if SETS[name][1].is_file()]


class Annotated(msgspec.Struct, frozen=True):
    """A document and its gold: {"people": […], "events": […]} as the guide describes them."""

    name: str
    document: Document
    gold: dict[str, Any]

    @property
    def case(self) -> str:
        """What must not be split between folds: documents of one set and case stand together, a passage by itself."""
        return self.name if "-" in self.name else self.name[:4]


def load(name: str) -> list[Annotated]:
    """All annotated documents of a set, in the order of their gold."""
    folder, gold_file = SETS[name]
    rows = {row["file"]: row for row in csv.DictReader((folder / "sources.csv").open(encoding="utf-8"))}
    files = sorted(folder.glob("*.txt"))
    found = []
    for line in gold_file.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        file = next(f for f in files if f.name.startswith(gold["doc"]))
        found.append(Annotated(gold["doc"], _document(file, rows.get(file.name, {}), gold), gold))
    return found


def fitted() -> list[Annotated]:
    """All annotated documents that weights are fitted on."""
    return [annotated for name in FITTED for annotated in load(name)]


def _document(file: Path, row: dict[str, str], gold: dict[str, Any]) -> Document:
    """What `ingest` makes of the file, published when the gold, which was read with that day in mind, says it was."""
    opened = open_file(file, file.parent)
    if isinstance(opened, Problem):
        raise ValueError(opened.what)
    return msgspec.structs.replace(
        opened,
        language="en",
        published=row.get("published") or gold["published"],
        publisher=row.get("publisher") or opened.publisher,
    )


def place_of(find: str, text: str) -> tuple[int, int] | None:
    """Where the `find` words of a gold event stand in the text, whatever its quotation marks, dashes and spaces."""
    words = [re.escape(word) for word in find.split()]
    pattern = r"\s+".join(words)
    for marks in ("'’‘ʼ`´", '"“”„«»', "-‐‑–—"):
        pattern = re.sub(rf"\\?[{re.escape(marks)}]", lambda _, m=marks: f"[{re.escape(m)}]", pattern)
    match = re.search(pattern, text)
    return match.span() if match else None
