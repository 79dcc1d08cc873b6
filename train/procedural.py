"""Stages and findings of whole runs, beside what a lawyer would say of the seeds: right, missing, wrong, extra.

python -m train.procedural seeds [--events] [--extra] [PERSON …]     against the gold cases of the seeds
python -m train.procedural FOLDER [--events] [PERSON …]              only shown, for any folder of reports
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas import pipeline
from train.cases import scorer
from train.corpus import ROOT

SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold/seeds-cases.json"
Row = tuple[str, str, str, str]
"""Verdict, what (stage, deadline, …), rule or track, what gold and we say."""


def book(folder: Path, as_of: str) -> dict[str, Any]:
    """The casebook of a folder of reports."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out"
        pipeline.run(folder, out, pipeline.Options(as_of=as_of, jobs=1))
        found: dict[str, Any] = json.loads((out / "casebook.json").read_text(encoding="utf-8"))
        return found


def compared(gold: dict[str, Any], case: dict[str, Any] | None) -> Iterator[Row]:
    """What gold and the case say of each stage and rule."""
    ours = {stage["track"]: stage["value"] for stage in case["stages"]} if case else {}
    theirs = {stage["track"]: stage["value"] for stage in gold["stages"]}
    for track in dict.fromkeys((*theirs, *ours)):
        yield _row("stage", track, theirs.get(track), [ours[track]] if track in ours else [])
    findings = case["findings"] if case else []
    for what in ("deadline", "protection", "remedy"):
        wanted = {one["rule_id"]: one["value"] for one in gold[_plural(what)] if one["rule_id"]}
        yield from _rules(what, wanted, findings)
    effects = {one["rule_id"]: one["suspensive"] for one in gold["remedies"] if one["rule_id"]}
    yield from _rules("suspensive", effects, findings)
    yield from _rules("flag", {one["rule"]: None for one in gold["flags"] if one["rule"]}, findings)


def _plural(what: str) -> str:
    return "remedies" if what == "remedy" else f"{what}s"


def _rules(what: str, wanted: dict[str, str | None], findings: list[dict[str, Any]]) -> Iterator[Row]:
    shown: dict[str, list[str]] = {}
    for finding in findings:
        if finding["what"] == what or (what == "flag" and finding["rule"] in wanted):
            shown.setdefault(finding["rule"], []).append(finding["value"])
    for rule in dict.fromkeys((*wanted, *shown)):
        yield _row(what, rule, wanted.get(rule, ""), shown.get(rule, []))


def _row(what: str, key: str, gold: str | None, ours: list[str]) -> Row:
    if gold == "" or (gold is None and what == "stage"):
        verdict = "extra"
    elif not ours:
        verdict = "missing"
    else:
        verdict = "right" if gold is None or gold in ours else "wrong"
    return verdict, what, key, f"{gold or '–'} | {', '.join(ours) or '–'}"


def _show(found: dict[str, Any], case: dict[str, Any] | None, with_events: bool, person: str) -> None:
    print(f"\n## {person}: {case['host']} → {case['requesting']}" if case else f"\n## {person}: no case")
    if case and with_events:
        files = {document["id"]: document["file"][:3] for document in found["documents"]}
        claims = {claim["id"]: claim for claim in found["claims"]}
        for event in found["events"]:
            if event["person"] == case["person"]:
                where = " ".join(f"{files[claims[c]['document']]}:{claims[c]['modality'][0]}" for c in event["claims"])
                told = {key: event[key] for key in ("track", "date", "place", "by", "of", "attrs") if event.get(key)}
                print("  ", event["id"][2:6], event["type"], event["modality"], told, where)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder")
    options.add_argument("people", nargs="*")
    options.add_argument("--events", action="store_true")
    options.add_argument("--extra", action="store_true", help="each extra finding with its sentence")
    options.add_argument("--as-of", default="2026-02-26")
    given = options.parse_args()
    seeds = given.folder == "seeds"
    found = book(SHARED / "seeds" if seeds else Path(given.folder), given.as_of)
    names = {person["id"]: [form["value"] for form in person["names"]] for person in found["people"]}
    if not seeds:
        for case in found["cases"]:
            if not given.people or any(p in f for p in given.people for f in names[case["person"]]):
                _show(found, case, given.events, names[case["person"]][0])
                print("   stages", {stage["track"]: stage["value"] for stage in case["stages"]})
                for finding in case["findings"]:
                    print(f"   {finding['what']:10} {finding['rule']:34} {finding['value']:12} {finding['says'][:170]}")
        return
    truth = json.loads(GOLD.read_text(encoding="utf-8"))
    forms = {one["preferred"]: [name["value"] for name in one["names"]] for one in truth["people"]}
    score, total = scorer(), Counter[str]()
    for gold in truth["procedural"]:
        if given.people and not any(part in gold["person"] for part in given.people):
            continue
        folded = {score.fold(form) for form in (gold["person"], *forms.get(gold["person"], []))}
        full = {form for form in folded if len(form) > 1}
        case = next((c for c in found["cases"] if {score.fold(n) for n in names[c["person"]]} & full), None)
        _show(found, case, given.events, gold["person"])
        for verdict, what, key, said in compared(gold, case):
            total[verdict] += 1
            print(f"   {verdict:8} {what:10} {key:34} {said}")
            if given.extra and case and verdict != "right":
                for finding in case["findings"]:
                    if (finding["rule"], finding["what"]) == (key, what):
                        print(f"            {finding['value']}: {finding['says'][:230]}")
        if given.extra and case:
            for finding in case["findings"]:
                if finding["what"] == "flag" and finding["rule"] not in {f["rule"] for f in gold["flags"]}:
                    total["other flag"] += 1
                    print(f"   other    flag       {finding['rule']:34} {finding['value']}: {finding['says'][:150]}")
    print("\n", dict(total))


if __name__ == "__main__":
    main()
