"""What the project learns from is written by us, and is no retelling of the real reports that it is measured on."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.conftest import ROOT

SHARED = ROOT.parent / "shared"
RUN = 6
"""Words in a row."""
CHANCE = 0.02
"""Of a passage's runs, what may also stand in a real report: names of courts and offices, the field's set phrases."""


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+", text.casefold().replace("’", "'"))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _passages(files: Iterable[Path]) -> Iterable[tuple[str, str]]:
    for file in sorted(files):
        for number, passage in enumerate(re.split(r"(?m)^(?===)", file.read_text(encoding="utf-8"))):
            yield f"{file.name} {number}", re.sub(r"\[([^\]|]*)\|[^\]]*\]", r"\1", passage)


def test_no_passage_retells_a_real_report() -> None:
    """Nothing of ours shares more than a few runs of six words with any of the real reports that figures come from."""
    real = [*(SHARED / "corpus/dev").glob("*.txt"), *(SHARED / "seeds").glob("*.txt")]
    if not real:
        pytest.skip("the real reports do not lie beside this checkout")
    told = set().union(*(_runs(file.read_text(encoding="utf-8")) for file in real))
    files = [file for part in ("more", "telling", "wide", "test") for file in (ROOT / "corpus" / part).glob("*.txt")]
    shares = {name: len(_runs(text) & told) / max(50, len(_runs(text))) for name, text in _passages(files)}
    assert {name: round(share, 3) for name, share in shares.items() if share > CHANCE} == {}
