"""`sources.csv`: what the user knows of the files in the folder."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import msgspec

from habeas.ingest.encodings import decode
from habeas.ingest.extracted import UnreadableError
from habeas.model.documents import Problem

NAME = "sources.csv"
FIELDS = ("url", "publisher", "published")
_ADVICE_DATE = "Write it as 2026-02-26, or 2026-02 where the day is not known"
_ADVICE_FILE = "Correct the name (it is the path within the folder, with /), or take the line out"


class Sources(msgspec.Struct, frozen=True):
    """`rows`: by file, the fields that are filled in. `problems`: what could not be understood."""

    rows: dict[str, dict[str, str]] = {}
    problems: tuple[Problem, ...] = ()


def read_sources(folder: Path, present: frozenset[str]) -> Sources:
    """The `sources.csv` of a folder, if there is one. `present`: the files of the folder, as paths within it."""
    path = folder / NAME
    if not path.is_file():
        return Sources()
    try:
        lines = decode(path.read_bytes())
    except (OSError, UnreadableError) as error:
        what = error.what if isinstance(error, UnreadableError) else f"cannot be read ({error.strerror})"
        return Sources(problems=(Problem(NAME, f"{NAME} {what}", f"Its first line must be: file,{','.join(FIELDS)}"),))
    return _rows(lines, present)


def _rows(lines: str, present: frozenset[str]) -> Sources:
    rows: dict[str, dict[str, str]] = {}
    problems = []
    reader = csv.DictReader(io.StringIO(lines), delimiter=_delimiter(lines), restkey="", restval="")
    reader.fieldnames = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    if "file" not in reader.fieldnames:
        what = f"{NAME}, line 1: there is no column “file”"
        return Sources(problems=(Problem(NAME, what, f"Its first line must be: file,{','.join(FIELDS)}"),))
    try:
        for row in reader:
            file, values, found = _row(row, reader.line_num, present)
            problems += found
            if file and file not in rows:
                rows[file] = values
            elif file:
                problems.append(
                    _problem(
                        reader.line_num,
                        "file",
                        f"“{file}” stands here a second time; the first line counts",
                        "Keep one of the two lines",
                    )
                )
    except csv.Error as error:
        problems.append(Problem(NAME, f"{NAME}, line {reader.line_num}: {error}", "Save it again as CSV, in UTF-8"))
    return Sources(rows, tuple(problems))


def _delimiter(lines: str) -> str:
    first = lines.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _row(row: dict[str, str], line: int, present: frozenset[str]) -> tuple[str, dict[str, str], list[Problem]]:
    file = (row.get("file") or "").strip().replace("\\", "/").removeprefix("./")
    values = {field: (row.get(field) or "").strip() for field in FIELDS}
    if not file:
        return "", {}, [_problem(line, "file", "is empty", _ADVICE_FILE)] if any(values.values()) else []
    if file not in present:
        return "", {}, [_problem(line, "file", f"names “{file}”, which is not in the folder", _ADVICE_FILE)]
    problems = []
    if values["published"] and not is_day(values["published"]):
        problems.append(
            _problem(line, "published", f"of {file} is “{values['published']}”, which is no date", _ADVICE_DATE)
        )
        values["published"] = ""
    return file, {field: value for field, value in values.items() if value}, problems


def _problem(line: int, key: str, what: str, advice: str) -> Problem:
    return Problem(NAME, f"{NAME}, line {line}: {key} {what}", advice)


def is_day(value: str) -> bool:
    """Whether a value is a day, month or year that exists, as EDTF."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
