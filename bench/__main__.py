"""`make bench`: how long the main job takes, how much memory, and tokens a second by room, in one run.

The machine is noisy: each time is the median of three, and the rooms are to be compared with each other.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.reports import make
from habeas.corroborate.corroborate import corroborate
from habeas.ingest.door import open_folder
from habeas.model.documents import Document
from habeas.procedure.judge import judge
from habeas.procedure.packs import load
from habeas.read.encoder import look
from habeas.read.events import decide
from habeas.read.lines import lines
from habeas.read.people import find_people
from habeas.read.prepare import prepare
from habeas.read.reader import read
from habeas.read.telling import tell
from habeas.resolve.people import resolve

ROOT = Path(__file__).resolve().parent.parent
AS_OF = "2026-02-26"
FOLDERS = (("the five seed reports", ROOT.parent / "shared/seeds"), ("examples/", ROOT / "examples"))


def main() -> None:
    """Print the table."""
    for name, folder in FOLDERS:
        if folder.is_dir():
            print(f"{name}, start included: {statistics.median(_whole(folder)[0] for _ in range(3)):.1f} s")
    with tempfile.TemporaryDirectory() as scratch:
        reports = Path(scratch) / "reports"
        make(1000, reports)
        seconds, megabytes = _whole(reports)
        print(f"1,000 different reports: {seconds:.0f} s, {megabytes:.0f} MB at most in one process")
        _rooms(reports)


def _whole(folder: Path) -> tuple[float, float]:
    """Seconds of wall clock and megabytes (largest process) of `habeas run` as a whole program."""
    with tempfile.TemporaryDirectory() as scratch:
        start = time.perf_counter()
        command = [sys.executable, "-m", "habeas", "run", str(folder), "--out", f"{scratch}/out", "--as-of", AS_OF]
        done = subprocess.run([*command, "--quiet"], check=False)
        seconds = time.perf_counter() - start
    if done.returncode > 1:
        sys.exit(f"habeas run {folder} failed")
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _rooms(reports: Path) -> None:
    folder = open_folder(reports)
    documents = tuple(d for d in folder.documents if d.language == "en")[:200]
    words = sum(len(d.text.split()) for d in documents)
    sample = Path(tempfile.mkdtemp())
    for document in documents:
        (sample / document.file).write_text(document.text, encoding="utf-8")
    print(f"by room, one process, {len(documents)} reports of {words:,} words")
    _clock("ingest", words, lambda: open_folder(sample))
    _reading(documents, words)
    readings = tuple(map(read, documents))
    people = resolve(readings, documents)
    _clock("resolve", words, lambda: resolve(readings, documents))
    found = corroborate(documents, people, readings)
    _clock("corroborate", words, lambda: corroborate(documents, people, readings))
    packs = load()
    _clock("procedure", words, lambda: [judge(case, packs, AS_OF) for case in found.cases])


def _reading(documents: tuple[Document, ...], words: int) -> None:
    prepared = [(d, lines(d, "en")) for d in documents]
    people = [find_people(d, found) for d, found in prepared]
    scenes = [prepare(d, found) for d, found in zip(documents, people, strict=True)]
    seen = [look(scene) for scene in scenes]
    drafts = [decide(scene) for scene in seen]
    _clock("read", words, lambda: [read(d) for d in documents])
    _clock("  people", words, lambda: [find_people(d, found) for d, found in prepared])
    _clock("  scene", words, lambda: [prepare(d, found) for d, found in zip(documents, people, strict=True)])
    _clock("  encoder", words, lambda: [look(scene) for scene in scenes])
    _clock("  events", words, lambda: [decide(scene) for scene in seen])
    _clock("  telling", words, lambda: [tell(scene, draft) for scene, draft in zip(seen, drafts, strict=True)])


def _clock(room: str, words: int, job: Callable[[], object]) -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    print(f"  {room:<14}{words / statistics.median(times):>12,.0f} words/s")


if __name__ == "__main__":
    main()
