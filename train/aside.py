"""How well the whole program reads reports that no weight of it was fitted on.

    python -m train.aside HALF FOLDER     HALF 0 or 1; FOLDER gets the reports kept aside, their gold, the result

A copy of the project loses the reports of corpus/en that stand in that half, and the encoder that was fitted on them;
it takes the one fitted on the other half, fits every other weight again, and reads them. (What the encoder of the other
half saw in the reports that the other weights are fitted on, it saw after having been fitted on those kept aside.)
Score the result with `score.py FOLDER/out/casebook.json FOLDER/gold.jsonl`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from train.corpus import ROOT, Annotated, load
from train.seen import FOLDER as ENCODERS
from train.seen import half_of

COPIED = ("src", "train", "corpus")
FITTED = (("words",), ("people",), ("events", "fit"), ("telling", "fit"))
AS_OF = "2026-02-26"


def main(half: int, folder: Path) -> None:
    """Keep a half of corpus/en aside, fit on the rest, read the half."""
    aside = [annotated for annotated in load("en") if half_of(annotated.case) == half]
    copy = folder / "project"
    for part in COPIED:
        shutil.copytree(ROOT / part, copy / part)
    reports = folder / "reports"
    reports.mkdir(parents=True)
    shutil.copyfile(ROOT / "corpus/en/sources.csv", reports / "sources.csv")
    for annotated in aside:
        shutil.move(copy / "corpus/en" / annotated.document.file, reports / annotated.document.file)
    _part_gold(copy / "corpus/gold/invented-en.jsonl", folder / "gold.jsonl", aside)
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    shutil.copytree(ENCODERS, copy / "build/encoder")
    shutil.copyfile(ENCODERS / f"half-{half}.onnx", copy / "src/habeas/data/weights/en/encoder.onnx")
    for part, *arguments in FITTED:
        subprocess.run([sys.executable, "-m", f"train.{part}", *arguments], cwd=copy, env=environment, check=True)
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
