"""Packs of law: what they say is what their examples show, and what they may not say fails with file and key."""

from pathlib import Path

import msgspec
import pytest

from habeas.errors import DataError
from habeas.procedure.packs import describe, load
from habeas.procedure.rules import Pack, Rule
from habeas.procedure.vectors import example
from tests.procedure.told import PACKS

EXAMPLES = [(pack, rule, shown) for pack in PACKS for rule in pack.rules for shown in rule.examples]
TERMS = [(pack, r) for pack in PACKS for r in pack.rules if r.term and r.term.length not in ("unknown", "P0D")]
EFFECTS = [(pack, r) for pack in PACKS for r in pack.rules if r.stops_removal]

PACK = """
id: mn/extradition
title: "Mongolia: extradition"
jurisdiction: MN
version: 2026-11-25
about: A pack for a test.
applies: {host: [MN]}
rules:
  - id: mn-appeal-5d
    title: Appeal
    kind: remedy
    statement: Five days to appeal.
    provision: Article 1
    confidence: high
    evidence: read
    sources: [{title: The Code}]
    act: {type: extradition-granted, place: host}
    term: {length: P5D, from: [act], whose: person}
    examples:
      - {shows: holds, gives: 2026-03-07, day: 2026-03-02, host: MN, events: [{type: GRANTED, date: 2026-03-02}]}
      - {shows: fails, gives: expired, day: 2026-03-08, host: MN, events: [{type: GRANTED, date: 2026-03-02}]}
      - {shows: unknown, gives: unknown, day: 2026-03-08, host: MN, events: [{type: GRANTED}]}
""".replace("GRANTED", "extradition-granted")


@pytest.mark.parametrize(
    ("pack", "rule", "shown"), EXAMPLES, ids=[f"{r.id}-{e.shows}-{i}" for i, (_, r, e) in enumerate(EXAMPLES)]
)
def test_each_example_of_each_rule_gives_what_it_says(pack, rule, shown):
    """The examples of a rule are its tests."""
    outcome = example(pack, rule, shown, PACKS)
    assert outcome.got == outcome.expected


def _examples_that_fail(pack: Pack, rule: Rule) -> int:
    changed = msgspec.structs.replace(pack, rules=tuple(rule if r.id == rule.id else r for r in pack.rules))
    packs = [changed if p.id == pack.id else p for p in PACKS]
    return sum(not example(changed, rule, shown, packs).passed for shown in rule.examples)


@pytest.mark.parametrize(("pack", "rule"), TERMS, ids=[rule.id for _, rule in TERMS])
def test_a_changed_term_fails_some_example(pack, rule):
    """A day more or less in any time limit does not go unseen."""
    for length in ("P1D", "P11D", "P2Y"):
        if rule.term.length != length:
            term = msgspec.structs.replace(rule.term, length=length, days="calendar", moves_off_days=False)
            assert _examples_that_fail(pack, msgspec.structs.replace(rule, term=term))


@pytest.mark.parametrize(("pack", "rule"), EFFECTS, ids=[rule.id for _, rule in EFFECTS])
def test_a_changed_effect_fails_some_example(pack, rule):
    """Whether a remedy stops the removal is nailed down, unless nobody knows it."""
    other = "no" if rule.stops_removal != "no" else "yes"
    changed = msgspec.structs.replace(rule, stops_removal=other)
    assert _examples_that_fail(pack, changed) or rule.stops_removal == "unknown"


def test_rules_have_ids_of_their_own_and_sources():
    """No rule stands twice, none is without a source."""
    ids = [rule.id for pack in PACKS for rule in pack.rules]
    assert len(ids) == len(set(ids)) >= 170
    assert all(rule.sources for pack in PACKS for rule in pack.rules)


def test_a_pack_of_ones_own_is_read_and_its_examples_hold(tmp_path):
    """A folder outside the program, with rules in a second file, is as good as a shipped one."""
    packs = _written(tmp_path, PACK)
    (tmp_path / "mn" / "more.yml").write_text("rules: [" + "]", "utf-8")
    assert [pack.id for pack in load(tmp_path)] == ["mn/extradition"]
    rule = packs[0].rules[0]
    assert all(example(packs[0], rule, shown, packs).passed for shown in rule.examples)


def _written(folder: Path, text: str) -> tuple[Pack, ...]:
    (folder / "mn").mkdir(exist_ok=True)
    (folder / "mn" / "pack.yml").write_text(text, encoding="utf-8")
    return load(folder)


BROKEN = {
    "unknown key": ("    kind: remedy", "    kinds: remedy", "unknown field `kinds`", "line 11, rules[0].kinds"),
    "unknown word": ("kind: remedy", "kind: cure", "Invalid enum value 'cure'", "kind"),
    "no source": ("sources: [{title: The Code}]", "sources: []", "sources: none given", "mn-appeal-5d"),
    "source left out": ("    sources: [{title: The Code}]\n", "", "missing required field `sources`", "rules[0]"),
    "term without unit": ("P5D", "5", "is no length such as P10D", "mn-appeal-5d"),
    "no start": (", from: [act]", "", "from what does it run", "mn-appeal-5d"),
    "no act": ("    act: {type: extradition-granted, place: host}\n", "", "act: missing", "mn-appeal-5d"),
    "no example": ("shows: unknown", "shows: holds", "none in which it is unknown", "mn-appeal-5d"),
    "anchor": ("title: Appeal", "title: &a Appeal", "anchors, aliases and tags", "line 10"),
    "tag": ("title: Appeal", "title: !!str Appeal", "anchors, aliases and tags", "line 10"),
    "not yaml": ("applies: {host", "applies: {host: [", "is not valid YAML", "pack.yml"),
    "ends before it begins": (
        "    evidence: read", "    evidence: read\n    in_force: {from: 2020, to: 2019}", "ends before it begins", "5d",
    ),
    "no date": ("    evidence: read", "    evidence: read\n    in_force: {from: soon}", "is no date", "mn-"),
    "unknown event": (
        "whose: person}", "whose: person, waits: {before: [act, appeal]}}", "no event is named appeal", "mn-",
    ),
    "two keys": (
        "whose: person}", "whose: person, waits: {citizen_of: MN, before: [act, today]}}", "exactly one key", "mn-",
    ),
}  # fmt: skip


@pytest.mark.parametrize("broken", list(BROKEN))
def test_a_broken_pack_says_what_is_wrong_and_where(tmp_path, broken):
    """One clear sentence with the file and the place, never a traceback of the parser."""
    old, new, what, where = BROKEN[broken]
    assert old in PACK
    with pytest.raises(DataError) as raised:
        _written(tmp_path, PACK.replace(old, new, 1))
    assert what in str(raised.value)
    assert where in str(raised.value)
    assert "mn/pack.yml" in str(raised.value)


def test_the_same_rule_in_two_packs_is_refused(tmp_path):
    """An id means one rule."""
    _written(tmp_path, PACK)
    (tmp_path / "mn2").mkdir()
    (tmp_path / "mn2" / "pack.yml").write_text(PACK, encoding="utf-8")
    with pytest.raises(DataError, match="stands in two packs"):
        load(tmp_path)


def test_norway_and_a_date_stay_what_was_written(tmp_path):
    """NO is a state, not a refusal, and an unquoted date is text."""
    packs = _written(tmp_path, PACK.replace("host: [MN]", "host: [NO]"))
    assert packs[0].applies.host == ("NO",)
    assert packs[0].version == "2026-11-25"


def test_an_empty_folder_and_a_pack_that_is_no_text(tmp_path):
    """No pack, and a pack that is not UTF-8, are told."""
    with pytest.raises(DataError, match="has no pack"):
        load(tmp_path)
    (tmp_path / "pack.yml").write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(DataError, match="not UTF-8"):
        load(tmp_path)


def test_packs_are_described_for_people_and_programs():
    """Counts add up, and every pack says where its rules come from."""
    described = describe(PACKS)
    assert all(sum(one["confidence"].values()) == one["rules"] for one in described)
    assert all(one["sources"] for one in described if one["rules"])
