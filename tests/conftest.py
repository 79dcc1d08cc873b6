"""What tests of the whole house share: the command as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
AS_OF = "2026-02-26"

Habeas = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def habeas() -> Habeas:
    """Run the command line as a program of its own; gives status, stdout and stderr."""

    def call(*arguments: object, cwd: Path | None = None, **surroundings: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "habeas", *map(str, arguments)]
        around = {**os.environ, **surroundings}
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=around, timeout=300)

    return call


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, habeas: Habeas) -> Path:
    """OUT of a run on examples/. Read only: copy it before you change it."""
    out = tmp_path_factory.mktemp("demo") / "out"
    done = habeas("run", EXAMPLES, "--out", out, "--as-of", AS_OF)
    assert done.returncode in (0, 1), done.stderr
    return out
