"""OUT is replaced as a whole or not at all, and only if it is ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import UsageError
from habeas.model.readings import Reading
from habeas.store.staging import Staging

MANIFEST = b'{"files":{"people/a.html":""}}'
PAGES = [("manifest.json", MANIFEST), ("people/a.html", b"<p>A")]


def test_files_take_the_place_of_out(tmp_path: Path) -> None:
    """After publish OUT holds exactly the files given, and nothing is left beside it."""
    out = tmp_path / "out"
    Staging.open(out).publish(PAGES)
    Staging.open(out).publish([("manifest.json", b'{"files":{}}')])
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    assert [p.name for p in out.iterdir()] == ["manifest.json"]
    assert (out / "manifest.json").read_bytes() == b'{"files":{}}'


def test_a_run_that_dies_leaves_the_earlier_out(tmp_path: Path) -> None:
    """An error halfway through the files changes nothing in OUT."""
    out = tmp_path / "out"
    Staging.open(out).publish(PAGES)

    def dying() -> Iterator[tuple[str, bytes]]:
        yield "manifest.json", b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Staging.open(out).publish(dying())
    assert (out / "manifest.json").read_bytes() == MANIFEST
    assert (out / "people/a.html").exists()


def test_death_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    """Where the old OUT was moved away and the new one never came, the next run puts the old one back."""
    out = tmp_path / "out"
    Staging.open(out).publish(PAGES)
    staging = Staging.open(out)
    out.rename(staging.folder / "old")
    Staging.open(out)
    assert (out / "people/a.html").exists()


def test_what_was_read_is_recalled_by_the_next_run(tmp_path: Path) -> None:
    """A reading kept by an interrupted run is there for the next one; a broken one is as if it never was."""
    reading = Reading("d", "reader 1")
    Staging.open(tmp_path / "out").keep("key", reading)
    again = Staging.open(tmp_path / "out")
    assert again.recall("key") == reading
    assert again.recall("other") is None
    next((again.folder / "readings").iterdir()).write_bytes(b"{")
    assert again.recall("key") is None


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """A folder with somebody's files, or a file, is refused with a sentence that says what to do."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/a.txt").write_text("x")
    with pytest.raises(UsageError, match="did not make"):
        Staging.open(tmp_path / "letters")
    with pytest.raises(UsageError, match="is a file"):
        Staging.open(tmp_path / "letters/a.txt")
    (tmp_path / "empty").mkdir()
    Staging.open(tmp_path / "empty").publish(PAGES)


def test_notes_in_a_result_and_manifests_of_others_are_not_swept_away(tmp_path: Path) -> None:
    """A file put into OUT after the run, or a manifest.json of some other program: refused, nothing is lost."""
    out = tmp_path / "out"
    Staging.open(out).publish(PAGES)
    (out / ".DS_Store").write_bytes(b"\0")
    Staging.open(out)
    (out / "people/my notes.txt").write_text("call the lawyer")
    with pytest.raises(UsageError, match=r"did not make, such as people/my notes\.txt"):
        Staging.open(out)
    (tmp_path / "app").mkdir()
    (tmp_path / "app/manifest.json").write_text('{"name": "an app"}')
    with pytest.raises(UsageError, match="did not make"):
        Staging.open(tmp_path / "app")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """OUT below a file cannot be: the error names the place."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot write"):
        Staging.open(tmp_path / "file" / "out")
