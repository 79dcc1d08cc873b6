"""The export format: its schema, its order, its bytes."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas import resources
from habeas.errors import QuoteError
from habeas.model.result import Result
from habeas.publish.casebook import Casebook, decode, encode, schema
from habeas.publish.compile import casebook
from tests.publish import sample

ROOT = Path(__file__).parents[2]


def test_schema_is_the_published_one() -> None:
    """The schema in docs/ is the one that the records have; `python -m habeas.publish.schema` prints it."""
    assert (ROOT / "docs" / "casebook.schema.json").read_bytes() == schema()


def test_another_validator_accepts_a_casebook(book: Casebook) -> None:
    """jsonschema, which shares no code with us, accepts what we write."""
    made = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(made)
    jsonschema.Draft202012Validator(made).validate(json.loads(encode(book)))


def test_another_validator_refuses_what_is_wrong(book: Casebook) -> None:
    """The schema is tight enough to refuse an event type, a role and a day that do not exist."""
    validator = jsonschema.Draft202012Validator(json.loads(schema()))
    for path, wrong in ((("events", 0, "type"), "exported"), (("people", 0, "role"), "hero"), (("as_of",), "today")):
        broken = json.loads(encode(book))
        place = broken
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = wrong
        assert list(validator.iter_errors(broken)), path


def test_names_are_those_of_the_format(book: Casebook) -> None:
    """Words say `for`, undecided pairs `for` and `against`, and conflicts a bare property."""
    written = json.loads(encode(book))
    assert set(written["claims"][0]["words"][0]) == {"for", "start", "end"}
    assert set(written["undecided"][0]) == {"mentions", "for", "against"}
    assert all("." not in conflict["property"] for conflict in written["conflicts"])
    assert written["habeas"] == "1"


def test_comes_back_the_same(book: Casebook) -> None:
    """What is written is read back as it was, and written again it is the same bytes."""
    assert decode(encode(book)) == book
    assert encode(decode(encode(book))) == encode(book)


@given(st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(random: object) -> None:
    """Documents, readings, people and events in any order give the same bytes."""
    result = sample.result()
    shuffled = msgspec.structs.replace(
        result,
        documents=_mixed(result.documents, random),
        readings=_mixed(result.readings, random),
        people=msgspec.structs.replace(result.people, persons=_mixed(result.people.persons, random)),
        corroboration=msgspec.structs.replace(
            result.corroboration,
            events=_mixed(result.corroboration.events, random),
            cases=_mixed(result.corroboration.cases, random),
        ),
        judged=_mixed(result.judged, random),
    )
    assert encode(casebook(shuffled)) == encode(casebook(result))


def _mixed(entries: tuple[object, ...], random: object) -> tuple[object, ...]:
    mixed = list(entries)
    random.shuffle(mixed)
    return tuple(mixed)


def test_lists_stand_in_the_stated_order(book: Casebook) -> None:
    """Documents by file, claims by document and place, subjects before others."""
    files = [document.file for document in book.documents]
    assert files == sorted(files)
    place = {document.id: number for number, document in enumerate(book.documents)}
    claims = [(place[claim.document], claim.quote.start) for claim in book.claims]
    assert claims == sorted(claims)
    roles = [person.role != "subject" for person in book.people]
    assert roles == sorted(roles)


def test_a_false_quote_cannot_be_made(result: Result) -> None:
    """A claim whose words are not in its document stops the run."""
    reading = next(reading for reading in result.readings if reading.claims)
    claim = reading.claims[0]
    quote = msgspec.structs.replace(claim.quote, exact="words that nobody wrote")
    broken = msgspec.structs.replace(reading, claims=(msgspec.structs.replace(claim, quote=quote),))
    with pytest.raises(QuoteError):
        casebook(msgspec.structs.replace(result, readings=(broken,)))


def test_every_word_of_the_lists_has_its_phrase() -> None:
    """Pages have a phrase for each event type, modality, role, stage, track and kind of conflict."""
    from habeas.model import vocabulary as v

    words = resources.parse(resources.text("templates", "words.yml"), "words.yml")
    assert set(words["events"]) == set(v.EVENT_TYPES)
    assert {entry["lane"] for entry in words["events"].values()} <= set(words["lanes"])
    assert set(words["modality"]) == set(words["marks"]) == set(v.MODALITIES)
    assert set(words["roles"]) == set(v.ROLES)
    assert {track: set(stages) for track, stages in words["stages"].items()} == {
        track: set(stages) for track, stages in v.STAGES.items()
    }
    assert set(words["tracks"]) == set(v.TRACKS) <= set(words["lanes"])
    assert set(words["kinds"]) == set(v.ConflictKind.__args__)
    assert set(words["values"]) == set(v.FindingKind.__args__)
