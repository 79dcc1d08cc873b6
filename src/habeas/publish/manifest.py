"""manifest.json: what made a folder OUT, and a hash of every file in it, its own words included."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from habeas import FORMAT, __version__
from habeas.model.result import Ingredient, Result
from habeas.publish.casebook import Day, Digest

NAME = "manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """`habeas`: format. `program`: version. `files`: path within OUT to SHA-256, this file left out.

    `seal`: SHA-256 of this manifest's JSON with an empty seal, so that a change of the manifest shows as well.
    """

    habeas: str
    program: str
    as_of: Day
    inputs: tuple[Ingredient, ...]
    packs: tuple[Ingredient, ...]
    weights: tuple[Ingredient, ...]
    files: dict[str, Digest]
    seal: str = ""


def manifest(result: Result, files: Mapping[str, str]) -> Manifest:
    """The sealed manifest of a run whose files have these hashes."""
    return seal(
        Manifest(
            habeas=FORMAT,
            program=__version__,
            as_of=result.as_of,
            inputs=_ordered(result.inputs),
            packs=_ordered(result.packs),
            weights=_ordered(result.weights),
            files=dict(sorted(files.items())),
        )
    )


def encode(made: Manifest) -> bytes:
    """The manifest as JSON: UTF-8, keys as declared, one space of indent, a final newline."""
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def seal(made: Manifest) -> Manifest:
    """The same manifest with the seal that belongs to its content."""
    open_ = msgspec.structs.replace(made, seal="")
    return msgspec.structs.replace(open_, seal=sha256(encode(open_)).hexdigest())


def _ordered(ingredients: tuple[Ingredient, ...]) -> tuple[Ingredient, ...]:
    return tuple(sorted(ingredients, key=lambda ingredient: (ingredient.name, ingredient.sha256)))
