"""Packs of law: what they say is what their examples show, and what they may not say fails with file and key."""

import pytest

from habeas.procedure.packs import load
from habeas.procedure.vectors import example

PACKS = load()
EXAMPLES = [(pack, rule, shown) for pack in PACKS for rule in pack.rules for shown in rule.examples]


@pytest.mark.parametrize(
    ("pack", "rule", "shown"), EXAMPLES, ids=[f"{r.id}-{e.shows}-{i}" for i, (_, r, e) in enumerate(EXAMPLES)]
)
def test_each_example_of_each_rule_gives_what_it_says(pack, rule, shown):
    outcome = example(pack, rule, shown, PACKS)
    assert outcome.got == outcome.expected
