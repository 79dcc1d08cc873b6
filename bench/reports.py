"""Reports made of the corpus, no two alike: for measuring speed, never accuracy."""

import random
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus/en"


def make(number: int, folder: Path, seed: int = 1) -> None:
    """Write `number` different text reports to `folder`: most of one report and a paragraph of another."""
    dice = random.Random(seed)
    texts = [file.read_text(encoding="utf-8").split("\n\n") for file in sorted(CORPUS.glob("*.txt"))]
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        base = texts[index % len(texts)]
        kept = [p for i, p in enumerate(base) if i == 0 or dice.random() < 0.85]
        kept.insert(dice.randrange(1, len(kept) + 1), dice.choice(dice.choice(texts)))
        (folder / f"{index:05}.txt").write_text("\n\n".join(kept), encoding="utf-8")
