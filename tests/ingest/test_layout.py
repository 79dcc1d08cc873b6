"""Paragraphs of plain text."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.ingest.layout import paragraphs
from habeas.text.segments import sentences

WRAPPED = """\
The regional court in Selmark on Tuesday halted the handover of Pavel Orlin,
a radio engineer whom the neighbouring state wants for extremism. Mr. Orlin has
been in custody since 4 May.

His lawyer said that he had applied for asylum on the day of his arrest and that
nobody had answered.
"""


def blocks(text: str, flowing: bool = False) -> list[str]:
    """The words of the blocks of a text."""
    return [text[block.start : block.end] for block in paragraphs(text, flowing)]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that a program wrapped belong together, blank lines part paragraphs, and sentences run over line ends."""
    first, second = blocks(WRAPPED)
    assert first.endswith("since 4 May.")
    assert second.startswith("His lawyer")
    found = [WRAPPED[s.start : s.end] for s in sentences(WRAPPED, 0, len(first), "en")]
    assert [s.split()[0] for s in found] == ["The", "Mr."]


def test_a_line_a_paragraph() -> None:
    """Where paragraphs are single long lines, each line is one."""
    long = "The court in Selmark halted the handover of the engineer, whom the neighbouring state wants, on Tuesday."
    assert blocks(f"A heading\n{long}\n{long}\nAnother\n{long}") == ["A heading", long, long, "Another", long]


def test_short_lines_stay_apart() -> None:
    """Lines that are not full were ended by their writer: addresses, labels, signatures."""
    lines = ["Human Rights Committee", "Distr.: General", "24 January 2022", "Original: English"]
    assert blocks("\n".join(lines)) == lines


def test_list_items_are_blocks() -> None:
    """Each item of a list is its own block, over its wrapped lines too."""
    item = "- On 4 May the police came to his flat and brought him to the detention centre\n  in Selmark; he is there."
    text = f"{item}\n- On 6 May he applied for asylum and asked for a lawyer, whom he did not get, and\n  wrote home."
    assert len(blocks(text)) == 2


def test_a_wrapped_line_may_begin_with_a_dash_or_a_day() -> None:
    """Within a sentence neither begins a list."""
    text = (
        "The regional court in Selmark on Tuesday halted the handover of the engineer on May\n"
        "12. The judge, who had been told of the plea for asylum that he had made on the day\n"
        "– as the law of the state allows – was not asked by anybody else for what had been.\n"
    )
    assert len(blocks(text)) == 1


def test_a_title_in_capitals_goes_on() -> None:
    """A title in capitals may run over two lines."""
    text = "COURT HALTS THE HANDOVER\nOF A RADIO ENGINEER\n\nThe court ruled on Tuesday."
    assert blocks(text)[0] == "COURT HALTS THE HANDOVER\nOF A RADIO ENGINEER"


def test_an_address_in_a_paragraph_stands_apart() -> None:
    """A lone address that a page break left within a paragraph is a block by itself."""
    assert "http://monitor.example/a" in blocks("The court ruled\nhttp://monitor.example/a\non Tuesday.")


def test_markdown_flows() -> None:
    """In Markdown lines go on whatever their length; two spaces at the end break."""
    assert blocks("one\ntwo\n- three\nfour  \nfive", flowing=True) == ["one\ntwo", "- three\nfour", "five"]


@given(st.text(alphabet="ab .\n-1\t", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    """Every character that is no white space stands in exactly one block."""
    assert "".join("".join(blocks(text)).split()) == "".join(text.split())
