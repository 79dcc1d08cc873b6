"""The documentation and what it speaks of: links, modules, files, commands and lists are there and are the same."""

import importlib.util
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import typer

from habeas.cli import app
from habeas.model import vocabulary
from tests.conftest import ROOT

SOURCE = ROOT / "src/habeas"
FOLDERS = ("*.md", "docs/**/*.md", "*/README.md", "corpus/*/README.md")
PAGES = sorted(path for pattern in FOLDERS for path in ROOT.glob(pattern))
ROOMS = ("ingest", "read", "resolve", "corroborate", "procedure", "publish")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _code(text: str) -> Iterator[str]:
    """What stands in backticks, and each line of a fenced block, without its comment."""
    fences = re.compile(r"^```.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)
    for block in fences.findall(text):
        yield from (line.split("  #")[0].strip() for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", fences.sub("", text))


@by_page
def test_links_lead_somewhere(page: Path) -> None:
    """Every link within the project leads to a file, and to a heading of it where it names one."""
    for link in re.findall(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"", _text(page)):
        target, _, place = "".join(link).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        file = page.parent / target if target else page
        assert file.exists(), f"{target} does not exist"
        headings = re.findall(r"^#+ (.+)$", _text(file), re.MULTILINE) if place else []
        assert not place or place in [re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in headings]


@by_page
def test_what_is_named_in_the_code_exists(page: Path) -> None:
    """Modules and files that a page names by their path, and names such as habeas.text.names, are those of the code."""
    for words in _code(_text(page)):
        if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*\.(?:py|yml|j2|css|toml)", words) and not re.search(r"[A-Z]{2}", words):
            places = (ROOT, ROOT / "src", SOURCE, SOURCE / page.stem, SOURCE / "data/lexicons/en")
            assert any((place / words).is_file() for place in places), f"{words} does not exist"
        for name in re.findall(r"\bhabeas(?:\.\w+)+", words):
            pkgutil.resolve_name(name)


@pytest.mark.parametrize("room", ROOMS)
def test_the_page_of_a_room_names_every_module(room: str) -> None:
    """A reader finds each module of a room on its page, once it is named there."""
    named = set(_code(_text(ROOT / f"docs/{room}.md")))
    modules = {path.name for path in (SOURCE / room).glob("*.py")} - {"__init__.py"}
    assert modules - named == set(), f"docs/{room}.md does not name these"


@by_page
def test_commands_can_be_given(page: Path) -> None:
    """`make X` is a target of the Makefile; `habeas X --Y` is a command with that option."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for words in _code(_text(page)):
        if words.startswith("make "):
            assert re.search(rf"^{words.split()[1]}:", MAKEFILE, re.MULTILINE), words
        called = re.match(r"(?:\.venv/bin/)?habeas ([a-z]+)\b(.*)", words)
        if called:
            assert called[1] in commands, words
            known = {option for parameter in commands[called[1]].params for option in parameter.opts}
            assert set(re.findall(r"--[\w-]+", called[2])) <= known, words


def test_modules_that_make_runs_exist() -> None:
    """`python -m X` in the Makefile and on the pages names something that can be run."""
    for name in sorted(set(re.findall(r"python -m ([\w.]+)", "\n".join([MAKEFILE, *map(_text, PAGES)])))):
        found = importlib.util.find_spec(name)
        if found and found.submodule_search_locations:
            found = importlib.util.find_spec(f"{name}.__main__")
        assert found, f"python -m {name} runs nothing"


def _section(title: str) -> str:
    page = _text(ROOT / "docs/vocabulary.md")
    return re.split(r"^## ", page.split(f"\n## {title}\n")[1], flags=re.MULTILINE)[0]


def _listed(title: str) -> list[str]:
    """The words of a section of the vocabulary: of its table's first column, else all outside of brackets."""
    section = _section(title)
    cells = re.findall(r"^\|([^|]+)\|", section, re.MULTILINE)
    return re.findall(r"`([^`]+)`", "\n".join(cells) or re.sub(r"\([^()]*\)", "", section))


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("Roles of people", vocabulary.ROLES),
        ("Events", vocabulary.EVENT_TYPES),
        ("Modality", vocabulary.MODALITIES),
        ("Tracks and stages", vocabulary.TRACKS),
        ("Findings", get_args(vocabulary.FindingKind)),
        ("Conflicts", get_args(vocabulary.ConflictKind)),
        ("Zones of a document", vocabulary.ZONES),
    ],
)
def test_the_vocabulary_lists_exactly_the_words_of_the_code(title: str, values: tuple[str, ...]) -> None:
    """docs/vocabulary.md has each value once, and no other."""
    assert sorted(_listed(title)) == sorted(values)


def test_the_vocabulary_lists_the_stages_of_each_track() -> None:
    """In the order in which the code has them."""
    rows = re.findall(r"^\| `([a-z]+)` \| ([\w· -]+) \|$", _section("Tracks and stages"), re.MULTILINE)
    assert {track: tuple(stages.split(" · ")) for track, stages in rows} == vocabulary.STAGES
