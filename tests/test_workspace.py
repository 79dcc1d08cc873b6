"""`check` finds whatever was changed in a result, from its files alone."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from habeas.errors import UsageError
from habeas.publish import manifest
from habeas.workspace import check
from tests.publish import sample
from tests.publish.drafting import write

Corruption = Callable[[Path, random.Random], None]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(sample.result(), tmp_path_factory.mktemp("out"))


def test_a_fresh_result_is_sound(out: Path) -> None:
    """Nothing is found wrong with what a run has just written."""
    assert check(out) == ()


def test_no_result(tmp_path: Path) -> None:
    """A folder that no run wrote is refused with a sentence."""
    with pytest.raises(UsageError, match="no result of habeas"):
        check(tmp_path)


def _file(out: Path, chance: random.Random) -> Path:
    return chance.choice(sorted(path for path in out.rglob("*") if path.is_file()))


def flip(out: Path, chance: random.Random) -> None:
    path = _file(out, chance)
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def delete(out: Path, chance: random.Random) -> None:
    _file(out, chance).unlink()


def truncate(out: Path, chance: random.Random) -> None:
    path = _file(out, chance)
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def add(out: Path, chance: random.Random) -> None:
    (out / f"extra-{chance.randrange(1000)}.html").write_text("<p>extra", encoding="utf-8")


def edit(out: Path, chance: random.Random) -> None:
    path = out / chance.choice(("casebook.json", "manifest.json"))
    content = path.read_bytes()
    places = [i for i, byte in enumerate(content) if chr(byte).isdigit()]
    place = chance.choice(places)
    digit = str((int(chr(content[place])) + chance.randrange(1, 10)) % 10).encode()
    path.write_bytes(content[:place] + digit + content[place + 1 :])


def swap(out: Path, chance: random.Random) -> None:
    one, other = chance.sample(sorted(path for path in out.rglob("*.html")), 2)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def space(out: Path, chance: random.Random) -> None:
    """A change that leaves the JSON the same in meaning."""
    path = out / chance.choice(("casebook.json", "manifest.json"))
    path.write_bytes(path.read_bytes() + b" ")


CORRUPTIONS: tuple[Corruption, ...] = (flip, delete, truncate, add, edit, swap, space)


@pytest.mark.parametrize("seed", range(50))
def test_a_corruption_is_found(out: Path, tmp_path: Path, seed: int) -> None:
    """Each of 50 random corruptions (a bit, a file, a tail, a value, a stranger, two pages swapped) is found."""
    chance = random.Random(seed)
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    chance.choice(CORRUPTIONS)(copy, chance)
    assert check(copy)


def _reseal(out: Path) -> None:
    """What a forger would do: hash everything anew."""
    from hashlib import sha256

    made = msgspec.json.decode((out / "manifest.json").read_bytes(), type=manifest.Manifest)
    files = {name: sha256((out / name).read_bytes()).hexdigest() for name in made.files if (out / name).exists()}
    sealed = manifest.seal(msgspec.structs.replace(made, files=files))
    (out / "manifest.json").write_bytes(manifest.encode(sealed))


@pytest.mark.parametrize(
    ("file", "old", "new", "finds"),
    [
        ("casebook.json", '"exact": "a hearing is', '"exact": "no hearing is', "the text at"),
        ("casebook.json", '"event": "e05"', '"event": "e99"', "does not exist"),
        ("casebook.json", '"type": "hearing"', '"type": "audience"', "does not follow its schema"),
        ("casebook.json", '"of": "e05"', '"of": "e77"', "names the event e77"),
        ("index.html", "people/p-karim.html", "people/p-karin.html", "which does not exist"),
        ("people/p-karim.html", 'id="w1"', 'id="w0"', "a place in"),
    ],
)
def test_a_forgery_with_right_hashes_is_found(
    out: Path, tmp_path: Path, file: str, old: str, new: str, finds: str
) -> None:
    """Even with every hash made right, quotes, references, the schema and links must hold."""
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    _reseal(copy)
    found = check(copy)
    assert any(finds in sentence for sentence in found), found
