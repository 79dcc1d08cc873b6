"""Real reports as annotated by hand, outside the project: what the law says of them. Skipped without them."""

import json
from pathlib import Path

import pytest

from habeas.model.cases import Case
from habeas.procedure.judge import judge
from habeas.procedure.vectors import event_of
from tests.procedure.told import PACKS

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "seeds-cases.json"
IN_WORDS = {
    "mov-appeal-asylum": {"track": "asylum", "of": "mov-refused"},
    "mov-hearing": {"track": "asylum", "of": "mov-refused"},
    "mov-appeal-ext": {"track": "extradition", "of": "mov-granted"},
    "yem-appeal": {"of": "yem-granted"},
    "yem-promise": {"attrs": {"promise": "true"}},
    "yem-seeker": {"attrs": {"pending_on": "2026-02-13"}},
    "yem-charged": {"attrs": {"offence_date": "2001"}},
    "abl-courts": {"attrs": {"act": "opinion"}},
    "abl-granted": {"attrs": {"act": "decree"}},
    "abl-appeal": {"of": "abl-granted"},
    "zhi-removed": {"attrs": {"mode": "deportation"}},
    "baz-removed": {"attrs": {"mode": "handover"}},
    "tep-removed": {"attrs": {"mode": "extradition"}},
}
"""What the annotation keeps in words and the form of an event in fields."""

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the annotated reports lie outside the project")


def _told():
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for wanted in gold["procedural"]:
        events = [
            event_of({**one, "by": _authority(one), **IN_WORDS.get(one["id"], {})})
            for one in gold["events"]
            if one["person"] == wanted["person"]
        ]
        french = any(one.place == "FR" for one in events)
        yield wanted, Case(wanted["person"], tuple(events), host="FR" if french else "KZ", requesting="RU")


def _authority(event):
    return next((report["by"] for report in event["reports"] if report["by"]), None)


def test_stages_are_those_that_a_careful_reader_found():
    """Every stage told, and no other."""
    for wanted, case in _told():
        reached = {stage.track: stage.value for stage in judge(case, PACKS, wanted["as_of"]).stages}
        assert reached == {stage["track"]: stage["value"] for stage in wanted["stages"]}, wanted["person"]


def test_deadlines_protections_remedies_and_flags_are_found_with_their_values():
    """For each rule that the reader names, the finding with that value; for each flag, a finding of its rule."""
    for wanted, case in _told():
        found = judge(case, PACKS, wanted["as_of"]).findings
        values = {(finding.rule, finding.what, finding.value) for finding in found}
        for section, what in (("deadlines", "deadline"), ("protections", "protection"), ("remedies", "remedy")):
            for one in wanted[section]:
                assert one["rule_id"] is None or (one["rule_id"], what, one["value"]) in values, (wanted["person"], one)
        for flag in wanted["flags"]:
            assert flag["rule"] is None or flag["rule"] in {finding.rule for finding in found}, (wanted["person"], flag)
