"""What the pages say in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.findings import Stage
from habeas.publish import wording
from habeas.publish.casebook import CaseEntry


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("to", "RU", "to Russia"),
        ("term", "P40D", "term 40 days"),
        ("remitted", "true", "sent back"),
        ("docket", "7", "docket 7"),
        ("act", "order", "order"),
    ],
)
def test_facts(key: str, value: str, says: str) -> None:
    """Small facts read as words: states by name, durations written out, what is merely true by its name."""
    assert wording.fact(key, value) == says


def test_codes_of_states_are_spelt_out() -> None:
    """A sentence of ours shows states by name; other capitals stay."""
    assert wording.spelt("Between RU and KZ, as the UN says") == "Between Russia and Kazakhstan, as the UN says"


def test_where_a_case_stands() -> None:
    """One line over all tracks; tracks on which nothing is reported are left out; nothing known is said so."""
    stages = (Stage("extradition", "appealed"), Stage("border", "none"), Stage("asylum", "seeker"))
    case = CaseEntry("p", "KZ", "RU", stages, ())
    said = [words for words, _ in wording.stands(case)]
    assert said == ["Extradition to Russia granted, under appeal", "recognised as asylum seeker"]
    assert wording.stands(None) == [("No report says where the case stands", ())]


@pytest.mark.parametrize(("day", "says"), [("2026-03-01", "in 3 days"), ("2026-02-25", "1 day ago"), ("2026-03", "")])
def test_distance(day: str, says: str) -> None:
    """How far off a day is; a month has no distance."""
    assert wording.distance(day, "2026-02-26") == says


def test_unknown_is_said() -> None:
    """A missing date is called unknown, a state that does not exist by its code."""
    assert wording.day(None) == "date not known"
    assert wording.state("KZ") == "Kazakhstan"
    assert wording.state("QQ") == "QQ"


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    """No control or direction character survives but line ends, tabs and the joiners that scripts need."""
    shown = wording.visible(text)
    assert not set(shown) & {
        chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0, 7, 0x1B, 0x200E, 0xFEFF)
    }
    assert wording.visible(shown) == shown
