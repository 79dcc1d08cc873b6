"""The command line. The clock and the terminal enter here and nowhere else.

Exit status of `run`: 0 done · 1 done, but some file is a Problem · 2 nothing done (usage, no such folder, no report).
Of `check`: 0 all holds · 1 something does not · 2 no such OUT. Of all: 130 interrupted.
"""

import datetime
import json
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from habeas import __version__
from habeas.errors import HabeasError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
INTERRUPTED = 130
_errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def main() -> None:
    """The program `habeas`: a HabeasError is a sentence to the user, never a traceback."""
    try:
        app()
    except HabeasError as error:
        _stop(f"habeas: {error}", 2)
    except KeyboardInterrupt:
        _interrupted()
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer ends so, and says nothing
            _interrupted()
        raise


@app.callback(invoke_without_command=True)
def _habeas(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    """From a folder of reports to case files in which every statement opens to its quote."""
    if version:
        typer.echo(f"habeas {__version__}")
        raise typer.Exit


@app.command()
def run(
    reports: Annotated[Path, typer.Argument(metavar="REPORTS", help="Folder of reports, with sources.csv or without.")],
    out: Annotated[
        Path, typer.Option(metavar="OUT", help="Folder for the result; replaced as a whole, if it is ours.")
    ],
    as_of: Annotated[str, typer.Option(help="Day on which the law is applied, YYYY-MM-DD. [default: today]")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
    jobs: Annotated[int, typer.Option(min=0, help="Reports read side by side; 0: as many as there are cores.")] = 0,
) -> None:
    """Read a folder of reports and write case files.

    Exit status: 0 done · 1 done, but some file is a Problem · 2 nothing done.
    """
    from habeas import pipeline, terminal

    day = _day(as_of)
    console = Console(quiet=quiet or as_json, highlight=False, stderr=False)
    with terminal.Bar(console) as bar:
        result = pipeline.run(reports, out, pipeline.Options(day, jobs), bar.show)
    if as_json:
        typer.echo(json.dumps(terminal.summary(result, out), ensure_ascii=False))
    else:
        terminal.table(result, out, console)
    raise typer.Exit(1 if result.problems else 0)


@app.command()
def check(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="What a run wrote.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Verify a result again, from its files alone.

    Every quote, reference and hash. Exit status: 0 all holds · 1 something does not · 2 no such folder.
    """
    from habeas import workspace

    wrong = workspace.check(out)
    if as_json:
        typer.echo(json.dumps({"out": str(out), "wrong": list(wrong)}, ensure_ascii=False))
    elif wrong:
        for sentence in wrong:
            typer.echo(sentence)
        typer.echo(f"{len(wrong)} found wrong in {out}")
    else:
        typer.echo(f"{out}: every quote, reference and hash holds")
    raise typer.Exit(1 if wrong else 0)


@app.command()
def packs(as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False) -> None:
    """List the law that habeas knows.

    For each pack of law: jurisdiction, number of rules, how sure they are, number of sources.
    """
    from habeas import terminal
    from habeas.procedure.packs import describe, load

    described = describe(load())
    if as_json:
        typer.echo(json.dumps(described, ensure_ascii=False, indent=1))
    else:
        terminal.pack_table(described, Console(highlight=False))


def _day(text: str) -> str:
    """The day of --as-of as ISO 8601; today where none is given."""
    if not text:
        return datetime.date.today().isoformat()
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        _stop(f"habeas: --as-of {text} is not a day. Write it as YYYY-MM-DD, such as 2026-02-26", 2)


def _interrupted() -> NoReturn:
    kept = "The same command goes on from what was read so far (kept beside OUT)"
    _stop(f"habeas: interrupted; OUT is as it was. {kept}", INTERRUPTED)


def _stop(sentence: str, status: int) -> NoReturn:
    _errors.print(sentence)
    sys.exit(status)
