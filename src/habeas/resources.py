"""The data that habeas ships: lexicons, packs, weights, templates. The one place that reads it."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from habeas.errors import DataError

_DATA = files("habeas") / "data"


def data(*parts: str) -> Traversable:
    """A file or folder of the shipped data, by its path parts; DataError where there is none."""
    found = _DATA.joinpath(*parts)
    if not (found.is_file() or found.is_dir()):
        raise DataError(f"habeas lacks its own data file {'/'.join(parts)}", "Install habeas again")
    return found


def text(*parts: str) -> str:
    """A shipped data file as text (UTF-8)."""
    return data(*parts).read_text(encoding="utf-8")


@cache
def lexicon(language: str, name: str) -> Any:
    """`data/lexicons/LANGUAGE/NAME.yml`, parsed once. Treat it as read-only."""
    return parse(text("lexicons", language, f"{name}.yml"), f"lexicons/{language}/{name}.yml")


def languages() -> tuple[str, ...]:
    """Languages that habeas can read: ISO 639-1 codes that have a lexicon."""
    return tuple(sorted(entry.name for entry in data("lexicons").iterdir() if entry.is_dir()))


def digests(folder: str) -> tuple[tuple[str, str], ...]:
    """(path within `data/FOLDER` with /, SHA-256 hex) of every file there, by path: what a manifest names."""
    return tuple(sorted(_digests(data(folder), "")))


def _digests(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _digests(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, sha256(entry.read_bytes()).hexdigest()


def parse(source: str, where: str) -> Any:
    """YAML by its safe subset; DataError with file and line where it is broken."""
    try:
        return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise DataError(f"{where}{line} is not valid YAML: {getattr(error, 'problem', error)}") from error
