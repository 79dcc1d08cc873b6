"""What a document rests on."""

import pytest

from habeas.ingest.door import open_bytes
from habeas.model.documents import Document

STORY = (
    "The court in Selmark halted the handover of Pavel Orlin to Vardia, where Judge Merle and Warden Toll await him."
)


def document(body: str) -> Document:
    """A report with this body."""
    opened = open_bytes(f"A title for the report\n\n{body}\n".encode(), "a.txt")
    assert isinstance(opened, Document)
    return opened


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("According to The Harbour Times, he was sent back on Tuesday.", ["The Harbour Times"]),
        ("The Harbour Times reports that he was sent back on Tuesday.", ["The Harbour Times"]),
        ("As reported by Radio Selmark, he left. He told Radio Selmark so.", ["Radio Selmark"]),
        ("He was sent back, his wife told Radio Selmark's Vardian Service.", ["Radio Selmark"]),
        ("SELMARK, May 3 (Reuters) - A court on Tuesday halted it.", ["Reuters"]),
        (
            "He was sent back on Tuesday.\n\nSources: The Harbour Times, post.example.",
            ["The Harbour Times", "post.example"],
        ),
        ("He was sent back on Tuesday.\n\nWith reporting by AFP", ["AFP"]),
        ("This article was first published in the Selmark Gazette. It is long.", ["Selmark Gazette"]),
        ("Human Rights Watch reported it. He left.", ["Human Rights Watch"]),
        ("It is said, according to Human Rights Watch. Pavel Orlin left.", ["Human Rights Watch"]),
        ("According to his lawyer Ana Merle, he was sent back on Tuesday.", []),
        ("According to the Interior Ministry of Vardia, he was sent back.", []),
        ("The news site Mirovka said that he was sent back.", ["Mirovka"]),
        ("According to the NGO Bir Selmark, he was sent back.", ["Bir Selmark"]),
        ("In May the Harbour Times reported that he was sent back.", ["the Harbour Times"]),
        ("Amnesty International and Human Rights Watch reported it.", ["Amnesty International", "Human Rights Watch"]),
        ("According to the Centre for Law and Justice Monitor, he left.", ["Centre for Law and Justice Monitor"]),
        ("Ana Merle of the rights group Bir Selmark, said so on Tuesday.", []),
        ("The armed group Vardian Hawks said that it held him.", []),
        ("A police officer of the group, Ana Merle, said so.", []),
        ("The Working Group reported that he was sent back on Tuesday.", []),
        ("At all times the herald of the city reported the hour.", []),
    ],
)
def test_sources_are_named(body: str, names: list[str]) -> None:
    """Newspapers, agencies and organisations behind the words of reporting; speakers and authorities are no sources."""
    found = document(body).relies_on
    assert [reliance.name for reliance in found] == names


def test_furniture_names_no_source() -> None:
    """Related headlines say nothing of what a report rests on."""
    body = "He was sent back on Tuesday.\n\nRead also:\nHarbour Times reports record profit"
    assert document(body).relies_on == ()
