"""The files of a result: which there are, that they are valid and always the same."""

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest

from habeas.model.result import Result
from habeas.publish.site import render
from habeas.workspace import check
from tests.publish import hostile
from tests.publish.drafting import write


def test_pages_for_everyone_concerned(out: Path, result: Result) -> None:
    """A page for each report and each person at risk, none for a lawyer who is only named."""
    assert {path.stem for path in (out / "documents").iterdir()} == {document.id for document in result.documents}
    assert {path.stem for path in (out / "people").iterdir()} == {"p-karim", "p-lola"}


def test_same_bytes(result: Result) -> None:
    """Two renderings of one run are the same, byte for byte."""
    assert list(render(result)) == list(render(result))


def test_manifest_knows_every_file(out: Path) -> None:
    """The manifest holds the hash of each file of OUT but itself."""
    made = json.loads((out / "manifest.json").read_bytes())
    files = {p.relative_to(out).as_posix(): p for p in out.rglob("*") if p.is_file()}
    assert made["files"].keys() == files.keys() - {"manifest.json"}
    assert all(sha256(files[name].read_bytes()).hexdigest() == digest for name, digest in made["files"].items())


def test_texts_are_what_offsets_count_in(out: Path, result: Result) -> None:
    """Each text comes back exactly, line ends and all."""
    for document in result.documents:
        assert (out / "texts" / f"{document.id}.txt").read_bytes().decode("utf-8") == document.text


@pytest.mark.parametrize("kind", ["sample", "hostile"])
def test_valid_html(out: Path, tmp_path: Path, kind: str) -> None:
    """An independent parser of the HTML standard finds no error on any page, and headings go down step by step."""
    folder = out if kind == "sample" else write(hostile.result(), tmp_path)
    for path in sorted(folder.rglob("*.html")):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(path.read_text(encoding="utf-8"))
        assert not parser.errors, (path.name, parser.errors[0])
        levels = [int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and e.tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels)), path.name
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), path.name


def test_hostile_names_stay_in_the_folder(tmp_path: Path) -> None:
    """An id full of dots and slashes makes no path outside OUT, and the result is sound."""
    nasty = write(hostile.result(), tmp_path)
    assert all(".." not in name for name, _ in render(hostile.result()))
    assert check(nasty) == ()


def test_what_is_feared_is_not_told_as_done(out: Path) -> None:
    """A feared abduction is marked as feared wherever it stands."""
    page = (out / "people" / "p-karim.html").read_text(encoding="utf-8")
    row = page[page.index("<b>Abducted</b>") :][:120]
    assert "feared or possible" in row
