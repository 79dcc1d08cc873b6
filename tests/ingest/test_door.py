"""The one door: a Document or a Problem for every file, whatever it holds."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import UsageError
from habeas.ingest import door
from habeas.ingest.formats import FORMATS
from habeas.model.documents import Document, Problem
from tests.ingest.pdfs import column, pdf

REPORT = (
    "Court halts handover of radio engineer\n\n"
    "The regional court in Selmark on Tuesday halted the handover of Pavel Orlin, whom the neighbouring state wants "
    "for extremism.\n\nHis lawyer said that he had applied for asylum in May.\n"
)
MENU = b"<html><body><nav><a>Home</a> <a>World</a> <a>Sport</a></nav><div>Log in</div></body></html>"
BAD = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "picture"),
    ("program.txt", bytes(range(256)) * 20, "not text"),
    ("archive.txt", b"PK\x03\x04\x14\x00\x00\x00", "ZIP"),
    ("wide.txt", b"\xff\xfe\x00\xd8\x00\xd8\x41\x00\x42\x00\x43\x00\x44\x00", "UTF-16"),
    ("noise.txt", bytes([0x80, 0xA0, 0xFF, 0xBF, 0xD7, 0xF7, 0xA4, 0xAC, 0xA6]) * 40, "encoding"),
    ("scan.pdf", pdf([]), "PDF without text"),
    ("broken.pdf", b"%PDF-1.7 and no more", "broken PDF"),
    ("menu.html", MENU, "no report"),
    ("menu.txt", b"Home | World | Sport\n\nShare\n\nSubscribe to our newsletter\n", "no report"),
    ("unknown.xyz", b"\x00\x01\x02\x03" * 50, "does not read"),
    ("table.xlsx", b"PK\x03\x04\x14\x00\x06\x00", "ZIP archive or an office document"),
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with one good report."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "raw", "what"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_a_problem_and_the_rest_goes_on(reports: Path, name: str, raw: bytes, what: str) -> None:
    """Each bad file is named with what it is and what to do, and the report beside it is read all the same."""
    (reports / name).write_bytes(raw)
    folder = door.open_folder(reports)
    assert [document.file for document in folder.documents] == ["good.txt"]
    (problem,) = folder.problems
    assert problem.file == name
    assert name in problem.what
    assert what in problem.what
    assert problem.advice


def test_a_file_that_may_not_be_read_is_a_problem(reports: Path) -> None:
    """A file without read permission is named with the system's own reason."""
    locked = reports / "locked.txt"
    locked.write_text(REPORT)
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read everything")
    (problem,) = door.open_folder(reports).problems
    assert "Permission denied" in problem.what


def test_a_link_out_of_the_folder_is_a_problem(reports: Path, tmp_path: Path) -> None:
    """Neither a file nor a folder elsewhere is read through a link, and each link is told."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "note.txt").write_text(REPORT)
    (reports / "file.txt").symlink_to(tmp_path / "secret" / "note.txt")
    (reports / "folder").symlink_to(tmp_path / "secret")
    (reports / "circle.txt").symlink_to(reports / "circle.txt")
    (reports / "dangling.txt").symlink_to(reports / "nowhere.txt")
    folder = door.open_folder(reports)
    assert [document.file for document in folder.documents] == ["good.txt"]
    assert [(problem.file, "link" in problem.what) for problem in folder.problems] == [
        ("circle.txt", False),
        ("dangling.txt", False),
        ("file.txt", True),
        ("folder", True),
    ]


def test_no_such_folder_is_a_usage_error(tmp_path: Path) -> None:
    """A folder that is missing, or is a file, is said in a sentence that names it."""
    (tmp_path / "file").write_text("x")
    for name, what in (("missing", "does not exist"), ("file", "is a file")):
        with pytest.raises(UsageError, match=what):
            door.files(tmp_path / name)


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    """No files: no documents and no problems; what that means is for the caller to say."""
    assert door.open_folder(tmp_path) == door.Folder((), ())


def test_files_are_sorted_and_litter_is_left_out(reports: Path) -> None:
    """Subfolders are walked; hidden files, README, sources.csv and what a browser saves beside a page are not."""
    for name in ("b/two.txt", "a.html", ".hidden.txt", "README.md", "sources.csv", "a_files/x.js", "~$a.txt", ".git/c"):
        (reports / name).parent.mkdir(exist_ok=True)
        (reports / name).write_text(REPORT)
    assert [path.relative_to(reports).as_posix() for path in door.files(reports)] == ["a.html", "b/two.txt", "good.txt"]


def test_beginning_counts_before_suffix() -> None:
    """A page and a PDF are known by how they begin, whatever they are called."""
    page = f"<!DOCTYPE html><html><body><p>{REPORT}</p></body></html>".encode()
    for name, raw in (("page.txt", page), ("paper.txt", pdf(column(REPORT.split("\n"))))):
        document = door.open_bytes(raw, name)
        assert isinstance(document, Document)
        assert "<" not in document.text
        assert "handover of Pavel Orlin" in document.text


def test_each_suffix_has_one_reader() -> None:
    """The table of formats is plain: no suffix stands in two rows, and all are lower case with a dot."""
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_plain_text_stays_as_it_is() -> None:
    """Apart from line ends, byte order mark and NULs the text is that of the file, and the id is of its bytes."""
    document = door.open_bytes(b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode() + b"\0", "a.txt")
    assert isinstance(document, Document)
    assert document.text == REPORT
    assert len(document.id) == 64


def test_sources_csv_goes_before_the_page(reports: Path) -> None:
    """What sources.csv says replaces what the page says, field by field, and each says where it is from."""
    (reports / "page.html").write_text(
        "<html><head><meta property='og:site_name' content='Page Post'><meta property='article:published_time' "
        f"content='2024-05-01T10:00:00Z'></head><body><h1>A halt</h1><p>{REPORT}</p></body></html>"
    )
    (reports / "sources.csv").write_text("file,url,publisher,published\npage.html,,Harbour Post,\n")
    document = next(d for d in door.open_folder(reports).documents if d.file == "page.html")
    assert (document.publisher, document.published, document.title) == ("Harbour Post", "2024-05-01", "A halt")
    assert document.known_from == {"publisher": "sources.csv", "published": "page", "title": "text"}


def _sound(opened: Document | Problem) -> None:
    if isinstance(opened, Problem):
        assert opened.what
        assert opened.advice
        return
    end = 0
    for passage in opened.passages:
        assert end <= passage.start < passage.end <= len(opened.text)
        assert opened.text[passage.start : passage.end].strip()
        end = passage.end
    for reliance in opened.relies_on:
        if reliance.quote:
            reliance.quote.verify(opened.text)
    assert "\r" not in opened.text
    assert "\0" not in opened.text
    opened.text.encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html", ".pdf", ".xyz", ""]))
def test_any_bytes_give_a_document_or_a_problem(raw: bytes, suffix: str) -> None:
    """No bytes raise; passages are in order, apart from each other, within the text, and not blank."""
    _sound(door.open_bytes(raw, "file" + suffix))


_WORDS = st.sampled_from(
    [
        "<p>",
        "<div class='related'>",
        "</div>",
        "<table><tr><td>",
        "Read also:",
        "By",
        "Photo:",
        "2024-05-03",
        "\n",
        "\n\n",
        " ",
        "- item",
        "| a |",
        "# Title",
        "**",
        "The court ruled on Monday.",
        "Reuters",
        "according to the",
        "<script>",
        "&#xD800;",
        "\u2028",
        "\ufeff",
        "Иванов",
        "---\n",
        "Comments",
        "SEOUL —",
        "<!--",
        "<h1>",
        "https://x.example",
        "\x0c",
        "﷽",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS, max_size=40).map("".join), st.sampled_from([".txt", ".md", ".html"]))
def test_any_text_gives_a_document_or_a_problem(text: str, suffix: str) -> None:
    """Texts made of what pages are made of, in any order, keep the same promises."""
    _sound(door.open_bytes(text.encode("utf-8"), "file" + suffix))
