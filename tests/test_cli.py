"""The command line: exit status, sentences for what goes wrong, the closing table, and the same as JSON."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import AS_OF, Habeas

REPORT = """Court approves extradition of Karim Bozorov to Tajikistan

MOSCOW, 3 March 2024 - A court in Moscow on Friday approved the extradition of Karim Bozorov, a Tajik journalist, to
Tajikistan. His lawyer, Olga Pichugina, said that she would appeal. Bozorov was arrested on 10 January 2024.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with one sound report."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    return folder


def test_a_clean_run_ends_with_0_and_says_where_to_look(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    """A folder of sound reports: status 0, a table, the page to open; nothing on stderr."""
    done = habeas("run", reports, "--out", tmp_path / "out", "--as-of", AS_OF)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(tmp_path / "out/index.html") in done.stdout
    assert (tmp_path / "out/index.html").is_file()


def test_json_is_one_object_and_quiet_is_silent(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    """--json prints one object with the counts of the table; --quiet prints nothing."""
    told = json.loads(habeas("run", reports, "--out", tmp_path / "out", "--as-of", AS_OF, "--json").stdout)
    assert told["reports_read"] == 1
    assert told["as_of"] == AS_OF
    assert habeas("run", reports, "--out", tmp_path / "out", "--as-of", AS_OF, "--quiet").stdout == ""


def test_a_problem_file_ends_with_1_and_is_named(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    """One bad file: the others are read, it stands in the closing table and in the casebook, status 1."""
    (reports / "empty.txt").write_bytes(b"")
    done = habeas("run", reports, "--out", tmp_path / "out", "--as-of", AS_OF)
    assert done.returncode == 1
    assert "empty.txt" in done.stdout
    book = json.loads((tmp_path / "out/casebook.json").read_text(encoding="utf-8"))
    assert [p["file"] for p in book["problems"]] == ["empty.txt"]
    assert len(book["documents"]) == 1


def test_another_language_is_a_problem_that_says_so(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    """A report in a language that habeas does not read is never silence."""
    text = "Суд в Москве приостановил выдачу гражданина Таджикистана. Об этом сообщил его адвокат. " * 3
    (reports / "b.txt").write_text(text, encoding="utf-8")
    done = habeas("run", reports, "--out", tmp_path / "out", "--as-of", AS_OF, "--json")
    assert done.returncode == 1
    [problem] = json.loads(done.stdout)["problems"]
    assert problem["file"] == "b.txt"
    assert "language" in problem["what"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "nowhere", "--out", "out"], "does not exist"),
        (["run", "empty", "--out", "out"], "holds no report"),
        (["run", "menus", "--out", "out"], "holds no report"),
        (["run", "reports", "--out", "menus/page.html"], "is a file"),
        (["run", "reports", "--out", "reports"], "did not make"),
        (["run", "reports", "--out", "reports/out"], "lies in reports"),
        (["run", ".", "--out", "out"], "lies in ."),
        (["run", "reports", "--out", "menus/page.html/out"], "cannot write"),
        (["run", "reports/a.txt", "--out", "out"], "is a file"),
        (["run", "reports", "--out", "out", "--as-of", "yesterday"], "YYYY-MM-DD"),
        (["run", "reports"], "--out"),
        (["check", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_where_nothing_can_be_done_status_is_2(
    arguments: list[str], says: str, habeas: Habeas, reports: Path, tmp_path: Path
) -> None:
    """Usage, no such folder, no report, OUT not ours: one sentence, no traceback, status 2, nothing written."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "menus").mkdir()
    (tmp_path / "menus/page.html").write_text("<nav><a href='/'>Home</a> <a href='/a'>About</a></nav>")
    done = habeas(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
    assert (reports / "a.txt").read_text(encoding="utf-8") == REPORT


def test_an_earlier_result_is_replaced_as_a_whole(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    """A second run on other reports leaves nothing of the first."""
    out = tmp_path / "out"
    habeas("run", reports, "--out", out, "--as-of", AS_OF)
    before = {p.name for p in (out / "documents").iterdir()}
    (reports / "a.txt").write_text(REPORT.replace("Bozorov", "Nazarov"), encoding="utf-8")
    habeas("run", reports, "--out", out, "--as-of", AS_OF)
    assert before.isdisjoint({p.name for p in (out / "documents").iterdir()})


def test_ctrl_c_leaves_the_earlier_result_and_no_traceback(reports: Path, tmp_path: Path, habeas: Habeas) -> None:
    """Interrupted: status 130, one sentence, OUT as it was; the next run ends well."""
    out = tmp_path / "out"
    habeas("run", reports, "--out", out, "--as-of", AS_OF)
    earlier = (out / "manifest.json").read_bytes()
    for number in range(400):
        (reports / f"{number:03}.txt").write_text(REPORT.replace("Bozorov", f"Bozorov{number}"), encoding="utf-8")
    command = [sys.executable, "-m", "habeas", "run", str(reports), "--out", str(out), "--as-of", AS_OF]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:
        while running.poll() is None and not (tmp_path / ".out.habeas/readings").is_dir():
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in errors
    assert b"interrupted" in errors
    assert (out / "manifest.json").read_bytes() == earlier
    assert habeas("run", reports, "--out", out, "--as-of", AS_OF).returncode in (0, 1)
    assert not (tmp_path / ".out.habeas").exists()


def test_packs_lists_the_law_that_it_knows(habeas: Habeas) -> None:
    """`habeas packs --json` is a list of packs with id, jurisdiction, rules, confidence and sources."""
    packs = json.loads(habeas("packs", "--json").stdout)
    assert {"kz/extradition", "fr/extradition", "un/hrc"} <= {pack["id"] for pack in packs}
    assert all({"id", "jurisdiction", "rules", "confidence", "sources"} <= set(pack) for pack in packs)
    assert "kz" in habeas("packs").stdout
