"""Which documents of a run rest on which."""

import msgspec
import pytest

from habeas.ingest.door import open_bytes
from habeas.ingest.links import linked, same_publisher
from habeas.model.documents import Document

STORY = (
    "The court in Selmark halted the handover of Pavel Orlin to Vardia, where Judge Merle and Warden Toll await him."
)


def document(body: str, publisher: str | None = None, published: str | None = None, file: str = "a.txt") -> Document:
    """A report with this body."""
    opened = open_bytes(f"A title for the report\n\n{body}\n".encode(), file)
    assert isinstance(opened, Document)
    return msgspec.structs.replace(opened, publisher=publisher, published=published)


def test_a_source_is_tied_to_its_document() -> None:
    """The report of that publisher on the same people, not a later one, and not one on other people."""
    source = document(STORY, "Harbour Times", "2024-05-01", "source.txt")
    later = document(STORY + " It was so.", "Harbour Times", "2024-06-01", "later.txt")
    other = document("A ferry sank off Lundmar near Port Elsin.", "Harbour Times", "2024-05-02", "other.txt")
    mine = document(
        f"According to the Harbour Times, all went on. {STORY[:60]} Orlin wept.", "Gazette", "2024-05-03", "me.txt"
    )
    found = {d.file: d for d in linked([source, later, other, mine])}
    assert [r.document for r in found["me.txt"].relies_on] == [source.id]
    assert found["source.txt"].relies_on == ()


def test_a_publisher_named_is_a_source() -> None:
    """A report that names another's publisher, in full or by its initials, and speaks of its people rests on it."""
    source = document(STORY, "Selmark Human Rights Centre (NGO)", "2024-05-01", "source.txt")
    full = document(f"{STORY} As the Selmark Human Rights Centre has it.", "A", "2024-05-02", "full.txt")
    short = document(f"{STORY} Nothing new, SHRC says today.", "B", "2024-05-02", "short.txt")
    none = document("A ferry sank off Lundmar, and the SHRC was not asked.", "C", "2024-05-02", "none.txt")
    found = {d.file: [(r.name, r.document) for r in d.relies_on] for d in linked([source, full, short, none])}
    assert found["full.txt"] == [("Selmark Human Rights Centre", source.id)]
    assert ("SHRC", source.id) in found["short.txt"]
    assert found["none.txt"] == []


def test_a_publisher_is_no_source_of_itself() -> None:
    """What was told to the paper that prints it is its own."""
    (found,) = linked([document("He left, he told the Harbour Times.", "Harbour Times")])
    assert found.relies_on == ()


def test_a_near_copy_rests_on_the_earlier() -> None:
    """A repost with another title and a changed beginning rests on what came first, though it names nobody."""
    body = " ".join(f"In sentence {n} the court of district {n * 7} heard witness {n * 3}." for n in range(30))
    early = document(body, "Harbour Times", "2024-05-01", "z.txt")
    late = document("It begins otherwise here. " + body, "Digest", "2024-05-02", "a.txt")
    found = {d.file: d for d in linked([late, early])}
    assert [(r.name, r.document) for r in found["a.txt"].relies_on] == [("Harbour Times", early.id)]
    assert found["z.txt"].relies_on == ()


@pytest.mark.parametrize(
    ("name", "publisher", "same"),
    [
        ("the Harbour Times", "Harbour Times", True),
        ("harbourtimes.com", "Harbour Times", True),
        ("SHRC", "Selmark Human Rights Centre", True),
        ("Harbour Times", "Harbour Post", False),
        ("The Times", None, False),
    ],
)
def test_same_publisher(name: str, publisher: str | None, same: bool) -> None:
    """The same words, one name within the other, initials, an address."""
    assert same_publisher(name, publisher, frozenset({"the", "of"})) is same
