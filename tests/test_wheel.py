"""The package as people get it: a wheel that holds all it needs and runs where nothing but Python is."""

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import AS_OF, ROOT

REPORT = """Court in Almaty orders extradition of Temir Asanbekov to Kyrgyzstan

ALMATY, 12 February 2026 - A court in Almaty on Thursday ordered the extradition of Temir Asanbekov, a blogger, to
Kyrgyzstan. Asanbekov was arrested in Almaty on 20 January 2026. His lawyer, Gulnara Seitova, said she would appeal.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout, by the build program as it is installed."""
    folder = tmp_path_factory.mktemp("dist")
    _done([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT])
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_code_data_and_licence(wheel: Path) -> None:
    """Every module and data file of src/habeas is in it, with licence and command; nothing else of the project is."""
    there = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/habeas").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"lexicons", "packs", "templates", "weights"} <= {name.split("/")[2] for name in there if "/data/" in name}
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        command = next(archive.read(name) for name in names if name.endswith("entry_points.txt"))
    packed = {name for name in names if ".dist-info/" not in name}
    assert (there - packed, packed - there) == (set(), set())
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert b"habeas = habeas.cli:main" in command


def test_an_installed_wheel_does_the_job_without_make_and_git(wheel: Path, tmp_path: Path) -> None:
    """From an environment of its own, another folder and an empty PATH: a report becomes a result that holds."""
    bin_ = _installed(wheel, tmp_path / "venv")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(REPORT, encoding="utf-8")
    where = _done([bin_ / "python", "-c", "import habeas; print(habeas.__file__)"], cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path / "venv"), "it is the wheel that is tried, not the checkout"
    said = _done([bin_ / "habeas", "run", "reports", "--out", "out", "--as-of", AS_OF, "--json"], cwd=tmp_path)
    assert json.loads(said)["reports_read"] == 1
    assert (tmp_path / "out/index.html").is_file()
    _done([bin_ / "habeas", "check", "out"], cwd=tmp_path)


def _installed(wheel: Path, home: Path) -> Path:
    """A new environment with the wheel in it, its dependencies lent by the one that runs the tests; its bin folder."""
    _done([sys.executable, "-m", "venv", "--without-pip", home])
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", home / "bin/python"]
    _done([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel])
    [own] = home.glob("lib/python*/site-packages")
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin"


def _done(command: list[object], cwd: Path | None = None) -> str:
    """What a program that must succeed prints. PATH holds no program: no make, no git."""
    words = [str(word) for word in command]
    nowhere = {"PATH": str(cwd or ROOT / "docs")}
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=cwd, timeout=120, env=nowhere)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}{done.stderr}"
    return done.stdout
