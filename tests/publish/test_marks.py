"""A text cut for marking: nothing is lost, nothing is doubled, whatever overlaps."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.documents import Passage, cut
from habeas.model.readings import Words
from habeas.publish.casebook import ClaimEntry
from habeas.publish.marks import blocks


def claim(text: str, start: int, end: int, number: int) -> ClaimEntry:
    values: dict[str, Any] = dict.fromkeys(("track", "date", "place", "by", "attributed_to"))
    return ClaimEntry(
        id=f"c{number}",
        event="e",
        document="0" * 64,
        person="p",
        type="arrested",
        zone="body",
        quote=cut(text, start, end),
        modality="happened",
        attrs={},
        words=(Words("type", start, end),),
        confidence=1.0,
        reader="r",
        **values,
    )


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Passage], list[ClaimEntry]]:
    lines = draw(st.lists(st.text("abc ", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=5))
    text = "\n".join(lines)
    passages, at = [], 0
    for line in lines:
        if draw(st.booleans()):
            passages.append(Passage("body", at, at + len(line)))
        at += len(line) + 1
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    wanted = [(min(span), max(span)) for span in spans if text[min(span) : max(span)].strip()]
    return text, passages, [claim(text, *span, number) for number, span in enumerate(wanted)]


@given(texts())
def test_nothing_is_lost(made: tuple[str, list[Passage], list[ClaimEntry]]) -> None:
    """The stretches together are the text again, but for white space between passages."""
    text, passages, claims = made
    shown = "".join(s.text for block in blocks(text, passages, claims) for s in block.stretches)
    assert "".join(shown.split()) == "".join(text.split())


@given(texts())
def test_each_claim_has_its_place(made: tuple[str, list[Passage], list[ClaimEntry]]) -> None:
    """Every claim begins and ends in some stretch, and just the words of quotes are marked."""
    text, passages, claims = made
    stretches = [s for block in blocks(text, passages, claims) for s in block.stretches]
    for entry in claims:
        assert any(entry in s.begins for s in stretches)
        assert any(entry in s.ends for s in stretches)
    marked = "".join("".join(s.text for s in stretches if s.marked).split())
    covered = {i for c in claims for i in range(c.quote.start, c.quote.end)}
    assert marked == "".join("".join(text[i] for i in sorted(covered)).split())


def test_overlap() -> None:
    """Two quotes that overlap make three marked stretches, each knowing what begins and ends there."""
    text = "She was held and freed."
    claims = [claim(text, 0, 12, 1), claim(text, 8, 22, 2)]
    (block,) = blocks(text, [Passage("body", 0, len(text))], claims)
    assert [s.text for s in block.stretches] == ["She was ", "held", " and freed", "."]
    assert [[c.id for c in s.begins] for s in block.stretches] == [["c1"], ["c2"], [], []]
    assert [s.marked for s in block.stretches] == [True, True, True, False]
