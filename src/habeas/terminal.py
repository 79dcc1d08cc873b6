"""What a run says in the terminal: progress, the closing table, and the same as one JSON object."""

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from habeas.model.result import Result
from habeas.publish.compile import casebook
from habeas.publish.overview import overview
from habeas.publish.shelf import Shelf
from habeas.publish.wording import phrase, spelt

SHOWN = 5
"""Deadlines and problems shown before "and N more"."""


class Bar:
    """Progress of a long run on a terminal; silent where nobody looks."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
        )
        self._tasks: dict[str, TaskID] = {}
        self._live = console.is_terminal and not console.quiet

    def __enter__(self) -> "Bar":
        if self._live:
            self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._progress.stop()

    def show(self, doing: str, done: int, of: int) -> None:
        """Say that `done` of `of` are done with `doing` (of: 0 where it is not known)."""
        if not self._live:
            return
        if doing not in self._tasks:
            self._tasks[doing] = self._progress.add_task(doing, total=of or None)
        self._progress.update(self._tasks[doing], completed=done)


def summary(result: Result, out: Path) -> dict[str, Any]:
    """The closing table as one JSON object."""
    return {
        "out": str(out),
        "index": str(out / "index.html"),
        "as_of": result.as_of,
        **_counts(result),
        "deadlines": [{"date": date, "person": name, "says": says} for date, name, says in _deadlines(result)],
        "problems": [{"file": p.file, "what": p.what, "advice": p.advice} for p in result.problems],
    }


def table(result: Result, out: Path, console: Console) -> None:
    """Print how much was found, the next deadlines, the problems, and the page to open."""
    counts = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for what, number in _counts(result).items():
        counts.add_row(what.replace("_", " "), Text(str(number), justify="right"))
    console.print(counts)
    _list(console, f"Next days that matter, from {result.as_of}", [f"{d}  {n}: {s}" for d, n, s in _deadlines(result)])
    _list(console, "Problems with files", [f"{p.what}. {p.advice}" for p in result.problems])
    console.print(Text(f"\nOpen {out / 'index.html'}"), soft_wrap=True)


def pack_table(described: list[dict[str, Any]], console: Console) -> None:
    """Print the packs of law: one line each."""
    rows = Table(box=None, padding=(0, 2, 0, 0))
    for head in ("pack", "jurisdiction", "rules", "confidence", "sources"):
        rows.add_column(head, justify="right" if head in ("rules", "sources") else "left")
    for pack in described:
        confidence = ", ".join(f"{number} {level}" for level, number in pack["confidence"].items() if number)
        rows.add_row(pack["id"], pack["jurisdiction"], str(pack["rules"]), confidence, str(len(pack["sources"])))
    console.print(rows)


def _counts(result: Result) -> dict[str, int]:
    found = result.corroboration
    return {
        "reports_read": len(result.readings),
        "people": len(result.people.persons),
        "people_at_risk": len(overview(Shelf(casebook(result))).risk),
        "events": len(found.events),
        "contradictions": sum(conflict.kind == "contradiction" for conflict in found.conflicts),
        "problems": len(result.problems),
    }


def _deadlines(result: Result) -> list[tuple[str, str, str]]:
    """Days to come, soonest first: what the law computes and what the reports have scheduled."""
    names = {person.id: person.name for person in result.people.persons}
    computed = [
        (finding.value, names[judged.person], spelt(finding.says))
        for judged in result.judged
        for finding in judged.findings
        if finding.what == "deadline" and finding.value[:1].isdigit()
    ]
    planned = [
        (event.date, names[event.person], f"{phrase('events', event.type, 'title')}, planned")
        for event in result.corroboration.events
        if event.date and event.modality == "scheduled"
    ]
    return sorted({row for row in computed + planned if row[0][:10] >= result.as_of[: len(row[0][:10])]})


def _list(console: Console, title: str, rows: list[str]) -> None:
    if rows:
        console.print(Text(f"\n{title}", style="bold"))
        for row in rows[:SHOWN]:
            console.print(Text(f"  {row}"), soft_wrap=True)
        if len(rows) > SHOWN:
            console.print(Text(f"  and {len(rows) - SHOWN} more, on the pages"))
