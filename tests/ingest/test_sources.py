"""sources.csv: each slip is told with line and key, and the rest counts."""

from pathlib import Path

import pytest

from habeas.ingest.sources import Sources, is_day, read_sources

PRESENT = frozenset({"a.txt", "b/two.txt"})


def read(folder: Path, lines: str | bytes) -> Sources:
    """What is understood of a sources.csv with these lines."""
    (folder / "sources.csv").write_bytes(lines if isinstance(lines, bytes) else lines.encode())
    return read_sources(folder, PRESENT)


def test_rows_are_read(tmp_path: Path) -> None:
    """Empty fields are left out; subfolders, back slashes and another delimiter are understood."""
    found = read(
        tmp_path, "File;url;Publisher;published\na.txt;;Harbour Post;2024-05\n./b\\two.txt;https://x.example;;\n"
    )
    assert found == Sources(
        {"a.txt": {"publisher": "Harbour Post", "published": "2024-05"}, "b/two.txt": {"url": "https://x.example"}}
    )


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        ("file,published\na.txt,31/02/2024\n", "line 2", "published"),
        ("file,published\na.txt,2024-02-30\n", "line 2", "published"),
        ("file,published\na.txt,2024-05-03\nmissing.txt,\n", "line 3", "missing.txt"),
        ("file,publisher\n,Harbour Post\n", "line 2", "empty"),
        ("file,publisher\na.txt,A\na.txt,B\n", "line 3", "second time"),
        ("name,publisher\na.txt,A\n", "line 1", "file"),
        (b"\x00\x01\x02\x03" * 40, "sources.csv", "not text"),
        ("", "sources.csv", "empty"),
    ],
)
def test_slips_are_problems(tmp_path: Path, lines: str | bytes, where: str, what: str) -> None:
    """Each slip is one Problem that names its place, its key and what to do."""
    (problem,) = read(tmp_path, lines).problems
    assert problem.file == "sources.csv"
    assert where in problem.what
    assert what in problem.what
    assert problem.advice


def test_a_bad_date_leaves_the_rest_of_its_line(tmp_path: Path) -> None:
    """The publisher beside a bad date counts."""
    found = read(tmp_path, "file,publisher,published\na.txt,Harbour Post,yesterday\n")
    assert found.rows == {"a.txt": {"publisher": "Harbour Post"}}


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    """A folder need not have one."""
    assert read_sources(tmp_path, PRESENT) == Sources()


@pytest.mark.parametrize(
    ("value", "good"),
    [("2024", True), ("2024-05", True), ("2024-05-31", True), ("2024-05-32", False), ("24-5-3", False)],
)
def test_days(value: str, good: bool) -> None:
    """A year, a month or a day that exists."""
    assert is_day(value) is good
