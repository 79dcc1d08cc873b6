"""PDFs with a text layer."""

import pytest

from habeas.ingest.door import open_bytes
from habeas.ingest.extracted import UnreadableError
from habeas.ingest.pdf import read_pdf
from habeas.model.documents import Document
from tests.ingest.pdfs import column, pdf

HEAD = (70, 800, "The Harbour Monitor - weekly bulletin")
FIRST = [
    HEAD,
    *column(
        [
            "Court halts handover of radio engineer",
            "",
            "The regional court in Selmark on Tuesday ordered the au-",
            "thorities to suspend the handover of Pavel Orlin, a radio en-",
            "gineer whom the neighbouring state wants for extremism.",
            "",
            "His lawyer said that he had applied for asylum in May and",
            "that no decision had been taken when the police came to his",
            "flat and brought him to the detention centre, where he has",
        ]
    ),
    (290, 40, "1"),
]
SECOND = [
    HEAD,
    *column(
        [
            "been held since without a visit from his family.",
            "",
            "www.monitor.example/orlin",
            "",
            "The prosecutor did not comment. A hearing is set for June.",
        ]
    ),
    (290, 40, "Page 2 of 2"),
]


def test_lines_become_paragraphs() -> None:
    """Wrapped lines are one paragraph, over a page's end too; words cut at a hyphen are whole."""
    document = open_bytes(pdf(FIRST, SECOND), "paper.pdf")
    assert isinstance(document, Document)
    assert [(p.zone, document.text[p.start : p.end]) for p in document.passages] == [
        ("furniture", "The Harbour Monitor - weekly bulletin"),
        ("headline", "Court halts handover of radio engineer"),
        (
            "body",
            "The regional court in Selmark on Tuesday ordered the authorities to suspend the handover of Pavel Orlin, "
            "a radio engineer whom the neighbouring state wants for extremism.",
        ),
        (
            "body",
            "His lawyer said that he had applied for asylum in May and that no decision had been taken when the police "
            "came to his flat and brought him to the detention centre, where he has been held since without a visit "
            "from his family.",
        ),
        ("body", "The prosecutor did not comment. A hearing is set for June."),
    ]


def test_properties_are_known_from_the_file() -> None:
    """Title and day of creation are marked as the file's own; a file's name is no title."""
    facts = read_pdf(pdf(FIRST, title="Court halts handover of engineer")).facts
    assert facts.values == {"title": "Court halts handover of engineer", "published": "2024-05-03"}
    assert set(facts.known_from.values()) == {"file"}
    assert "title" not in read_pdf(pdf(FIRST, title="final version 3 orlin.docx")).facts.values


def test_what_the_text_shows_goes_before_the_day_of_creation() -> None:
    """A date line in the text says more of publication than the day on which the PDF was made."""
    document = open_bytes(
        pdf(column(["Court halts handover of engineer", "", "Selmark, 2 April 2023", "", "The court ruled so."])),
        "a.pdf",
    )
    assert isinstance(document, Document)
    assert (document.published, document.known_from["published"]) == ("2023-04-02", "text")


@pytest.mark.parametrize("raw", [pdf([]), pdf([(9, 9, "1")]), b"%PDF-1.4", pdf(FIRST)[:200]])
def test_without_text_there_is_a_reason(raw: bytes) -> None:
    """A scan and a broken file are told apart from a report."""
    with pytest.raises(UnreadableError) as told:
        read_pdf(raw)
    assert told.value.advice


def test_hyphens_that_belong_to_a_word_stay() -> None:
    """A double name, and a word that is always written so, keep the hyphen at which the line ended."""
    lines = ["The lawyer said on Tuesday that Amira Veld-", "Kosar had complained of torture and of ill-", "treatment."]
    assert "Veld-Kosar had complained of torture and of ill-treatment." in read_pdf(pdf(column(lines))).text


def test_columns_are_read_one_after_the_other() -> None:
    """Lines of a narrow column are full at its own edge, and a paragraph may go on in the next column."""
    left = [
        "The court halted the handover",
        "Pavel Orlin feared, and told",
        "Selmark prison to feed him. It",
        "Ruled in public and at length",
    ]
    right = ["Because the minister had asked", "Nobody to come in secret."]
    found = read_pdf(pdf(column(left, left=60) + column(right, left=320)))
    assert len(found.blocks) == 1
