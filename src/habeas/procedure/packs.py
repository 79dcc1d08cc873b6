"""Packs of law: read, check strictly, describe. A pack that says what it may not fails with file, line and key."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import yaml

from habeas import resources
from habeas.errors import DataError
from habeas.procedure.checks import check
from habeas.procedure.rules import Pack, Rule

_LARGEST = 1_000_000
"""Bytes; a pack file is read by people."""
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_STEP = re.compile(r"\.([\w-]+)|\[(\d+|\.\.\.)\]")


def load(directory: Path | None = None) -> tuple[Pack, ...]:
    """All packs below a folder (the shipped ones by default), in the order of their ids; DataError names file and key.

    A pack is a folder with a `pack.yml`; further `.yml` files beside it add rules.
    """
    root: Traversable = resources.data("packs") if directory is None else directory
    packs = sorted((_pack(folder, name) for folder, name in _folders(root, "")), key=lambda pack: pack.id)
    if not packs:
        raise DataError(f"{directory or 'data/packs'} has no pack", "A pack is a folder with a file pack.yml")
    twice = [rule for rule, count in Counter(r.id for pack in packs for r in pack.rules).items() if count > 1]
    if twice:
        raise DataError(f"the rule {twice[0]} stands in two packs", "Give each rule an id of its own")
    return tuple(packs)


def _folders(root: Traversable, name: str) -> Iterator[tuple[Traversable, str]]:
    for entry in sorted(root.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _folders(entry, f"{name}/{entry.name}".lstrip("/"))
        elif entry.name == "pack.yml":
            yield root, name


def _pack(folder: Traversable, name: str) -> Pack:
    parts: list[Any] = []
    files = [entry for entry in folder.iterdir() if entry.name.endswith(".yml")]
    for entry in sorted(files, key=lambda one: (one.name != "pack.yml", one.name)):
        parts.append(_parse(entry.read_bytes(), f"{name}/{entry.name}", _Rules if parts else Pack))
    pack: Pack = parts[0]
    rules = tuple(rule for part in parts for rule in part.rules)
    whole = msgspec.structs.replace(pack, rules=rules)
    check(whole, f"{name}/pack.yml")
    return whole


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file beside pack.yml: rules and nothing else."""

    rules: tuple[Rule, ...]


def _parse(raw: bytes, where: str, kind: Any) -> Any:
    if len(raw) > _LARGEST:
        raise DataError(f"{where} is larger than {_LARGEST:,} bytes", "Split it into files of a size that people read")
    kind = (
        msgspec.defstruct("Rules", [("rules", Pack.__annotations__["rules"])], forbid_unknown_fields=True)
        if (kind is _Rules)
        else kind
    )
    try:
        text = raw.decode("utf-8")
        tree = yaml.compose(text, Loader=_LOADER)
        _refuse_tricks(text, where)
        # Every scalar is text to the loader, so that NO is Norway and 2015-01-01 a date as written.
        return msgspec.convert(yaml.load(text, Loader=_LOADER), kind, strict=False)
    except UnicodeDecodeError as error:
        raise DataError(f"{where} is not UTF-8", "Save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}," if mark else ""
        raise DataError(f"{where}{line} is not valid YAML: {getattr(error, 'problem', error)}") from error
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$")
        place = path.rstrip("`")
        unknown = re.search(r"unknown field `([\w-]+)`", what)
        place += f".{unknown[1]}" if unknown else ""
        raise DataError(f"{where}, line {_line(tree, place)}, {place.lstrip('.') or 'top'}: {what}", _ADVICE) from error


_ADVICE = "docs/packs.md lists every key"


def _refuse_tricks(text: str, where: str) -> None:
    """Anchors, aliases and tags make a file say what its reader does not see."""
    for event in yaml.parse(text, Loader=_LOADER):
        hidden = isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None)
        if hidden:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise DataError(f"{where}, line {line}: anchors, aliases and tags are not allowed", "Write it out")


def _line(node: Any, path: str) -> int:
    """The line of the file on which the key of a msgspec path (`.rules[3].term`) stands."""
    line = 1
    for key, index in _STEP.findall(path):
        if node is None:
            break
        line = node.start_mark.line + 1
        if key and isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == key), None)
            line, node = (found[0].start_mark.line + 1, found[1]) if found else (line, None)
        elif index.isdigit() and isinstance(node, yaml.SequenceNode):
            node = node.value[int(index)] if int(index) < len(node.value) else None
    return int(node.start_mark.line + 1) if node is not None and line == 1 else line


def describe(packs: Iterable[Pack]) -> list[dict[str, Any]]:
    """For people and programs: id, title, jurisdiction, version, how many rules of which confidence, the sources."""
    described = []
    for pack in packs:
        counted = Counter(rule.confidence for rule in pack.rules)
        sources = sorted({source.url or source.title for rule in pack.rules for source in rule.sources})
        described.append(
            {
                "id": pack.id,
                "title": pack.title,
                "jurisdiction": pack.jurisdiction,
                "version": pack.version,
                "rules": len(pack.rules),
                "evaluated": sum(rule.evaluated for rule in pack.rules),
                "confidence": {level: counted.get(level, 0) for level in ("high", "medium", "low")},
                "sources": sources,
            }
        )
    return described
