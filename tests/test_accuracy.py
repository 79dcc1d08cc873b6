"""Quality gates: how well reports that nothing was fitted on are read. Floors are never lowered to pass.

The real reports and the scorer lie beside the project, not in it; where they are not, there is nothing to measure.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import AS_OF, ROOT, Habeas

SHARED = ROOT.parent / "shared"
FLOORS = {
    "seeds": {"people_f1": 0.92, "event_f1": 0.79, "strict_f1": 0.58, "quote_accuracy": 0.90, "cluster_f1": 0.88},
    "dev": {"people_f1": 0.95, "event_f1": 0.68, "strict_f1": 0.40, "quote_accuracy": 0.93},
    "test": {"people_f1": 0.95, "event_f1": 0.73, "strict_f1": 0.50, "quote_accuracy": 0.92, "date_accuracy": 0.84},
}
CEILINGS = {"seeds": {"not_same_merged": 0, "dates_invented": 6}, "dev": {"dates_invented": 45}, "test": {}}
SETS = {
    "test": (ROOT / "corpus/test", ROOT / "corpus/gold/test.jsonl", None),
    "seeds": (SHARED / "seeds", SHARED / "gold/seeds.jsonl", SHARED / "gold/seeds-cases.json"),
    "dev": (SHARED / "corpus/dev", SHARED / "gold/dev.jsonl", None),
}


@pytest.mark.parametrize("name", sorted(SETS))
def test_reading_keeps_its_floors(name: str, habeas: Habeas, tmp_path: Path) -> None:
    """No figure falls below its floor or rises above its ceiling."""
    reports, gold, cases = SETS[name]
    if not gold.is_file() or not (SHARED / "score.py").is_file():
        pytest.skip("the annotated real reports do not lie beside this checkout")
    habeas("run", reports, "--out", tmp_path / "out", "--as-of", AS_OF)
    command = [sys.executable, SHARED / "score.py", tmp_path / "out/casebook.json", gold, "--json"]
    done = subprocess.run(
        [*command, *(["--cases", cases] if cases else [])], capture_output=True, text=True, check=True
    )
    figures = json.loads(done.stdout)
    low = {key: figures[key] for key, floor in FLOORS[name].items() if figures[key] < floor}
    high = {key: figures[key] for key, ceiling in CEILINGS[name].items() if figures[key] > ceiling}
    assert not low, f"below the floor {FLOORS[name]}"
    assert not high, f"above the ceiling {CEILINGS[name]}"
