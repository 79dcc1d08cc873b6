"""OUT is replaced as a whole or not at all, and only if it is ours.

A run works in a folder beside OUT (`.NAME.habeas`). What was read is kept there, document by document, so that an
interrupted run goes on where it stopped; at the end the new OUT takes the place of the old one by renaming.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from habeas.errors import UsageError
from habeas.model.readings import Reading

MANIFEST = "manifest.json"
"""The file by which a folder is known as ours: it names every file that a run wrote."""
_LITTER = (".ds_store", "thumbs.db", "desktop.ini")
"""What file managers leave in a folder that was looked at."""


class _Listed(msgspec.Struct):
    """What matters here of a manifest: the files it names, by path within OUT with /."""

    files: dict[str, str]


class Staging:
    """The workplace of one run. `open` it, `keep` and `recall` readings, `publish` the files, and it is gone."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out.parent / f".{out.name}.habeas"

    @classmethod
    def open(cls, out: Path) -> "Staging":
        """The staging of OUT; UsageError where OUT is a file, holds what is not ours, or cannot be written."""
        staging = cls(Path(os.path.abspath(out)))
        staging._restore()
        _ours(staging.out)
        try:
            (staging.folder / "readings").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"cannot write beside {out}: {error.strerror}", "Choose an --out in a folder that you may write to"
            ) from error
        return staging

    def recall(self, key: str) -> Reading | None:
        """The reading kept under this key by an earlier, interrupted run; None where there is none or it is broken."""
        try:
            return msgspec.json.decode(self._kept(key).read_bytes(), type=Reading)
        except (OSError, msgspec.DecodeError):
            return None

    def keep(self, key: str, reading: Reading) -> None:
        """Keep a reading in case the run is interrupted."""
        self._kept(key).write_bytes(msgspec.json.encode(reading))

    def publish(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write the files (path within OUT with /, content) and let them take the place of OUT."""
        new, old = self.folder / "new", self.folder / "old"
        shutil.rmtree(new, ignore_errors=True)
        try:
            for name, content in files:
                _write(new / PurePosixPath(name), content)
            if self.out.exists():
                self.out.rename(old)
            new.rename(self.out)
        except OSError as error:
            self._restore()
            raise UsageError(
                f"cannot write {self.out}: {error.strerror}", "OUT is as it was; make room or choose another --out"
            ) from error
        shutil.rmtree(self.folder, ignore_errors=True)

    def _kept(self, key: str) -> Path:
        return self.folder / "readings" / f"{sha256(key.encode()).hexdigest()}.json"

    def _restore(self) -> None:
        """Put the earlier OUT back where a run died between its two renames."""
        old = self.folder / "old"
        if old.exists() and not self.out.exists():
            old.rename(self.out)
        shutil.rmtree(old, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _ours(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise UsageError(f"{out} is a file, not a folder", "Choose another --out")
    try:
        stranger = next(_strangers(out), None)
    except OSError as error:
        raise UsageError(f"cannot look into {out}: {error.strerror}", "Choose another --out") from error
    if stranger:
        what = f"{out} holds files that habeas did not make, such as {stranger}"
        raise UsageError(what, "Choose an empty or new folder for --out")


def _strangers(out: Path) -> Iterator[str]:
    """The files in OUT that no run wrote: all of them where there is no manifest of ours."""
    try:
        ours = {MANIFEST, *msgspec.json.decode((out / MANIFEST).read_bytes(), type=_Listed).files}
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        ours = set()
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if (path.is_symlink() or not path.is_dir()) and name not in ours and path.name.lower() not in _LITTER:
            yield name
