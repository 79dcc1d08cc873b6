"""How well the whole program reads reports that no weight of it was fitted on.

    python -m train.aside FOLD FOLDER     FOLD of five (0–4); FOLDER gets the reports kept aside, their gold, the result

A copy of the project loses the reports of the fold, fits every weight again, and reads them. Score the result with
`score.py FOLDER/out/casebook.json FOLDER/gold.jsonl`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from train.corpus import ROOT, Annotated, load
from train.people import folds

PARTS = ("src", "train", "corpus")
AS_OF = "2026-02-26"


def main(fold: int, folder: Path) -> None:
    """Keep a fold aside, fit on the rest, read the fold."""
    aside = folds(load("en"))[fold][1]
    copy = folder / "project"
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part)
    reports = folder / "reports"
    reports.mkdir(parents=True)
    shutil.copyfile(ROOT / "corpus/en/sources.csv", reports / "sources.csv")
    for annotated in aside:
        shutil.move(copy / "corpus/en" / annotated.document.file, reports / annotated.document.file)
    _part_gold(copy / "corpus/gold/invented-en.jsonl", folder / "gold.jsonl", aside)
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    subprocess.run([sys.executable, "-m", "train"], cwd=copy, env=environment, check=True)
    command = ["-m", "habeas", "run", str(reports), "--out", str(folder / "out"), "--as-of", AS_OF, "--quiet"]
    subprocess.run([sys.executable, *command], cwd=copy, env=environment, check=False)
    shutil.rmtree(copy)


def _part_gold(source: Path, taken: Path, aside: list[Annotated]) -> None:
    """Move the gold lines of the documents kept aside from one file to the other."""
    names = {annotated.name for annotated in aside}
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    taken.write_text("".join(line for line in lines if json.loads(line)["doc"] in names), encoding="utf-8")
    source.write_text("".join(line for line in lines if json.loads(line)["doc"] not in names), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
