"""The main job on the sample reports, as a whole."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec

from tests.conftest import AS_OF, EXAMPLES, Habeas

NO_NETWORK = """
import socket, sys
class Refused(socket.socket):
    def connect(self, *_): raise AssertionError("a connection was tried")
    def bind(self, *_): raise AssertionError("a port was opened")
    connect_ex = sendto = connect
socket.socket = Refused
def refused(*_, **__): raise AssertionError("a name was looked up")
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refused
sys.argv = ["habeas", *sys.argv[1:]]
from habeas.cli import main
main()
"""


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_whole_job_opens_no_socket(tmp_path: Path) -> None:
    """With connecting, listening and looking up names made errors, the job ends as ever."""
    command = [sys.executable, "-c", NO_NETWORK, "run", str(EXAMPLES), "--out", str(tmp_path / "out"), "--as-of", AS_OF]
    done = subprocess.run([*command, "--jobs", "1"], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    assert (tmp_path / "out/index.html").is_file()


def test_the_same_input_gives_the_same_bytes(demo: Path, tmp_path: Path, habeas: Habeas) -> None:
    """Another folder, place, user, time zone and locale, one process or two, files made in another order: the same."""
    other = tmp_path / "elsewhere" / "reports"
    other.mkdir(parents=True)
    for file in sorted((p for p in EXAMPLES.rglob("*") if p.is_file()), reverse=True):
        target = other / file.relative_to(EXAMPLES)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, target)
    surroundings = {
        "PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": str(tmp_path), "COLUMNS": "40",
    }  # fmt: skip
    habeas("run", other, "--out", tmp_path / "again", "--as-of", AS_OF, "--jobs", 1, **surroundings)
    assert _files(tmp_path / "again") == _files(demo)


def test_every_file_of_the_samples_is_read_or_named(demo: Path) -> None:
    """No report of the folder is lost in silence: it is a document, a copy or a problem."""
    book = json.loads((demo / "casebook.json").read_text(encoding="utf-8"))
    told = {f for d in book["documents"] for f in (d["file"], *d["copies"])} | {p["file"] for p in book["problems"]}
    there = {p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.rglob("*") if p.is_file()}
    assert there - told <= {"README.md", "sources.csv"}


def test_check_finds_the_demo_sound(demo: Path, habeas: Habeas) -> None:
    """`habeas check` verifies everything again from the files alone and ends with 0."""
    done = habeas("check", demo)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_demo_shows_what_it_promises(demo: Path) -> None:
    """A copy, a reliance, a contradiction, two spellings, a stay, a day computed, an interim measure."""
    book = json.loads((demo / "casebook.json").read_text(encoding="utf-8"))
    assert any(d["copies"] for d in book["documents"])
    assert any(r["document"] for d in book["documents"] for r in d["relies_on"])
    assert any(c["kind"] == "contradiction" for c in book["conflicts"])
    people = {p["id"]: [n["value"] for n in p["names"]] for p in book["people"]}
    [veselkova] = [names for names in people.values() if "Daria Veselkova" in names]
    assert "Dariya Vesyolkova" in veselkova
    types = {e["type"] for e in book["events"]}
    assert {"extradition-granted", "interim-measure", "extradition-suspended", "removed", "entry-refused"} <= types
    findings = [f for c in book["cases"] for f in c["findings"]]
    assert any(f["what"] == "deadline" and f["value"] == "2026-03-04" for f in findings)
    assert any(f["rule"] == "hrc-interim-measures" and f["value"] == "holds" for f in findings)


def test_brothers_stay_apart(demo: Path) -> None:
    """Three brothers with one surname are three people."""
    book = json.loads((demo / "casebook.json").read_text(encoding="utf-8"))
    homes = [
        p["id"]
        for p in book["people"]
        for n in p["names"]
        if n["value"].split()[0] in ("Farhod", "Faridun", "Jahongir")
    ]
    assert len(set(homes)) == 3


def test_a_kept_reading_is_what_would_be_read(demo: Path) -> None:
    """The casebook can be read by its own records (the schema that is published)."""
    from habeas.publish.casebook import Casebook

    msgspec.json.decode((demo / "casebook.json").read_bytes(), type=Casebook)
