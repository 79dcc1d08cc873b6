"""Published cases as tests of the law: events in, findings out. They lie outside the project; without them, skip."""

import json
from pathlib import Path

import pytest

from habeas.procedure.vectors import case_of, run
from tests.procedure.told import PACKS

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "law" / "vectors.json"

CASE = {
    "id": "invented", "host": "KZ", "requesting": "RU", "citizenship": ["RU"],
    "events": [
        {"id": "f1", "type": "extradition-granted", "date": "2026-03-02", "place": "KZ", "modality": "happened",
         "track": "extradition", "of": None, "attrs": {"alternatives": [{"date": "2026-03-01", "said_by": "a paper"}]}},
        {"id": "f2", "type": "notified", "date": "2026-03-04", "place": "KZ", "track": "extradition", "of": "f1",
         "attrs": {"certain": True, "found": ["a", "b"]}},
    ],
    "expected": [
        {"at": "2026-03-05", "what": "stage", "track": "extradition", "rule": None, "value": "ordered"},
        {"at": "2026-03-05", "what": "deadline", "track": None, "rule": "kz-ext-appeal-10d", "value": "2026-03-14"},
        {"at": "2026-03-05", "what": "deadline", "track": None, "rule": "kz-ext-appeal-10d", "value": "2026-03-15"},
        {"at": "2026-03-05", "what": "treaty", "track": None, "rule": "chisinau-replaces-minsk", "value": "minsk",
         "states": ["RU", "XX"]},
        {"at": "2026-03-05", "what": "protection", "track": None, "rule": "no-such-rule", "value": "holds"},
        {"at": "2026-03-05", "what": "conflict", "track": None, "rule": None, "value": True,
         "property": "extradition-granted.date"},
    ],
}  # fmt: skip


def test_a_case_in_the_json_form_is_judged_and_each_expectation_told():
    """Right, wrong, nothing said, and a rule that no pack has."""
    got = [outcome.got for outcome in run([CASE], PACKS)]
    assert got == ["ordered", "2026-03-14", "2026-03-14", "nothing", None, "true"]
    assert [outcome.passed for outcome in run([CASE], PACKS)] == [True, True, False, False, False, True]


def test_attributes_become_text():
    """Lists are joined, yes is `true`, and what has parts of its own becomes a conflict."""
    case = case_of(CASE)
    assert case.events[1].attrs == {"certain": "true", "found": "a,b"}
    assert "alternatives" not in case.events[0].attrs
    assert [side.value for side in case.conflicts[0].values] == ["2026-03-02", "2026-03-01"]


@pytest.mark.skipif(not VECTORS.exists(), reason="the published cases lie outside the project")
def test_the_published_cases_come_out_as_expected():
    """Every expectation whose rule some pack has."""
    told = json.loads(VECTORS.read_text(encoding="utf-8"))
    cases = told["cases"] if isinstance(told, dict) else told
    outcomes = run(cases, PACKS)
    assert [outcome for outcome in outcomes if outcome.got is not None and not outcome.passed] == []
    assert sum(outcome.passed for outcome in outcomes) >= 70
