"""Fit and measure when, where, by whom, how firmly and by whose account: `python -m train.telling [fit|measure|show]`.

`fit` writes the weights, learned from corpus/en and corpus/wide with the gold's own triggers and with shorter ones;
`measure` prints the figures of the shipped weights on dev and seeds (as `show` does), and of five folds of corpus/en.
"""

import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from habeas.model.vocabulary import MODALITIES
from habeas.read import authority, dateclues, dateoptions, dating, modality, placing, speaker, voices
from habeas.read.dateoptions import Story
from habeas.read.ground import Ground, ground
from habeas.text import linear
from habeas.text.linear import Linear
from train.corpus import at_hand
from train.fit import fit as fit_labels
from train.fit import write
from train.ranking import Question, rank
from train.scoring import same_date, same_party
from train.tellings import Lesson, jittered, lessons

PLACES = 0.3
"""Strength (C) of the two rounds of placing: more and less were worse on folds."""
FOLDS = 5
HAPPENED_LATER = 0.6
"""Taken from the bias of *happened*: the rarer modalities count more (F1) than their share."""


class Models(msgspec.Struct, frozen=True):
    """The weights of all decisions about a draft."""

    dating: Linear
    placing: Linear
    story: Linear
    modality: Linear
    speaker: Linear
    authority: Linear


def fit(taught: Sequence[Lesson]) -> Models:
    """Models fitted on lessons."""
    first, story = _placing(taught)
    return Models(
        rank(_dates(taught), strength=0.2), first, story, _modality(taught),
        rank(_speakers(taught), strength=0.3), rank(_authorities(taught), strength=0.3),
    )  # fmt: skip


def _dates(taught: Sequence[Lesson]) -> list[Question]:
    questions = []
    for lesson in taught:
        story = Story(of={})
        for spot, event in zip(lesson.setting.spots, lesson.events, strict=True):
            options = dateoptions.options(lesson.setting, spot, story)
            gold = event["date"]
            right = [same_date(o.edtf, gold) is True if gold else o.edtf is None for o in options]
            if any(right):
                features = [dateclues.features(lesson.setting, spot, o, options) for o in options]
                questions.append((features, right))
            story.go_on(spot, gold)
    return questions


def _placing(taught: Sequence[Lesson]) -> tuple[Linear, Linear]:
    """Two rounds; the second learns from guesses that the first makes for documents that it was not fitted on."""
    grounds = [ground(lesson.setting) for lesson in taught]
    guesses: list[list[str | None]] = [[] for _ in taught]
    for half in range(2):
        others = [i for i, lesson in enumerate(taught) if _fold(lesson, 2) != half]
        model = rank(
            _places([taught[i] for i in others], [grounds[i] for i in others], None), strength=PLACES, rounds=60
        )
        for i, lesson in enumerate(taught):
            if _fold(lesson, 2) == half:
                guesses[i] = placing.round_of(grounds[i], model)
    first = rank(_places(taught, grounds, None), strength=PLACES, rounds=60)
    return first, rank(_places(taught, grounds, guesses), strength=PLACES, rounds=60)


def _places(
    taught: Sequence[Lesson], grounds: Sequence[Ground], guesses: Sequence[list[str | None]] | None
) -> list[Question]:
    questions = []
    for number, (lesson, here) in enumerate(zip(taught, grounds, strict=True)):
        for index, (spot, event) in enumerate(zip(lesson.setting.spots, lesson.events, strict=True)):
            states = placing.candidates(here, spot)
            right = [state == event.get("place") for state in states]
            if any(right) and len(states) > 1:
                told = placing.others(here, index, guesses[number]) if guesses else None
                questions.append(([placing.features(here, spot, state, told) for state in states], right))
    return questions


def _modality(taught: Sequence[Lesson]) -> Linear:
    examples, answers = [], []
    for lesson in taught:
        for spot, event in zip(lesson.setting.spots, lesson.events, strict=True):
            examples.append(modality.features(lesson.setting, spot, event["date"]))
            answers.append(event["modality"])
    model = fit_labels(examples, answers, MODALITIES, strength=0.3)
    model.bias[MODALITIES.index("happened")] -= HAPPENED_LATER
    return model


def _speakers(taught: Sequence[Lesson]) -> list[Question]:
    questions = []
    for lesson in taught:
        heard = voices.voices(lesson.setting)
        for spot, event in zip(lesson.setting.spots, lesson.events, strict=True):
            found = speaker.candidates(lesson.setting, spot, heard)
            right = [_same(voice and voice.name, event.get("attributed_to")) for voice in found]
            if any(right) and len(found) > 1:
                features = [speaker.features(lesson.setting, spot, v, found, heard.density) for v in found]
                questions.append((features, right))
    return questions


def _authorities(taught: Sequence[Lesson]) -> list[Question]:
    questions = []
    for lesson in taught:
        acting = authority.actors(lesson.setting)
        for spot, event in zip(lesson.setting.spots, lesson.events, strict=True):
            if "by" not in event:
                continue
            found = authority.candidates(lesson.setting, spot, acting)
            right = [_same(actor and actor.name, event.get("by")) for actor in found]
            if any(right):
                questions.append(([authority.features(lesson.setting, spot, a) for a in found], right))
    return questions


def _same(found: str | None, gold: str | None) -> bool:
    return found is None if not gold else found is not None and same_party(found, gold)


def measure(asked: Sequence[Lesson], models: Models) -> Counter[str]:
    """Counts of right and wrong over lessons: the figures of shared/score.py, given the right events."""
    tally: Counter[str] = Counter()
    for lesson in asked:
        setting = lesson.setting
        places = placing.places_of(ground(setting), models.placing, models.story)
        heard, acting = voices.voices(setting), authority.actors(setting)
        story = Story(of={})
        for spot, event, place in zip(setting.spots, lesson.events, places, strict=True):
            date = dating.date_of(setting, spot, story, models.dating).edtf
            story.go_on(spot, date)
            how = modality.modality_of(setting, spot, date, models.modality)
            voice = speaker.speaker_of(setting, spot, heard, models.speaker)
            actor = authority.actor_of(setting, spot, acting, models.authority)
            _count(tally, event, date, place, how)
            _label(tally, "speaker", voice.name if voice else None, event.get("attributed_to"), same_party)
            if event.get("by"):
                tally.update(by_n=1, by=bool(actor and same_party(actor.name, event["by"])))
    return tally


def _count(tally: Counter[str], event: dict[str, Any], date: str | None, place: str | None, how: str) -> None:
    dated = same_date(date, event["date"]) is True if event["date"] else date is None
    placed = not event.get("place") or place == event["place"]
    tally.update(n=1, strict=dated and placed and how == event["modality"])
    if event["date"]:
        tally.update(date_n=1, date=dated)
    else:
        tally.update(undated=1, invented=not dated)
    if event.get("place"):
        tally.update(place_n=1, place=placed)
    else:
        tally.update(placeless=1, places_invented=place is not None)
    gold = None if event["modality"] == "happened" else event["modality"]
    _label(tally, "modality", None if how == "happened" else how, gold, lambda a, b: a == b)


def _label(
    tally: Counter[str], what: str, found: str | None, gold: str | None, same: Callable[[str, str], bool]
) -> None:
    right = bool(found and gold and same(found, gold))
    tally.update({f"{what}_tp": right, f"{what}_fp": bool(found) and not right, f"{what}_fn": bool(gold) and not right})


def show(name: str, tally: Counter[str]) -> None:
    """One line of figures."""
    t = tally
    f1 = {w: 2 * t[f"{w}_tp"] / max(1, 2 * t[f"{w}_tp"] + t[f"{w}_fp"] + t[f"{w}_fn"]) for w in ("modality", "speaker")}
    print(
        f"{name:12} events {t['n']:5}  strict {t['strict'] / t['n']:.3f}  date {t['date'] / t['date_n']:.3f}"
        f"  invented {100 * t['invented'] / t['undated']:.0f}/100  place {t['place'] / t['place_n']:.3f}"
        f"  places invented {t['places_invented']}/{t['placeless']}  modality F1 {f1['modality']:.3f}"
        f"  speaker F1 {f1['speaker']:.3f}  by {t['by'] / t['by_n']:.3f}",
        flush=True,
    )


def _fold(lesson: Lesson, count: int) -> int:
    return zlib.crc32(lesson.annotated.case.encode()) % count


def _taught(kept: Sequence[Lesson]) -> list[Lesson]:
    """The lessons, the marked passages, and each again with shorter triggers; the passages once more, being few."""
    passages = lessons("marked")
    short = [jittered(lesson, 1) for lesson in (*kept, *passages)]
    return [*kept, *passages, *short, *(jittered(lesson, 3) for lesson in passages)]


NAMES = {
    "dating": "dating", "placing": "placing", "story": "placing-story", "modality": "modality", "speaker": "speaker",
    "authority": "authority",
}  # fmt: skip


def main(what: str) -> None:
    """Fit and write the weights, or measure the shipped ones and the folds."""
    invented = lessons("en")
    if what == "fit":
        models = fit(_taught([*invented, *lessons("wide")]))
        for field, name in NAMES.items():
            print(write(getattr(models, field), "en", name))
    shipped = Models(**{field: linear.load("en", name) for field, name in NAMES.items()})
    for name in at_hand("test", "dev", "seeds"):
        show(name, measure(lessons(name), shipped))
        show(f"{name} short", measure([jittered(lesson, 2) for lesson in lessons(name)], shipped))
    if what == "measure":
        folds(invented, range(FOLDS))


def folds(invented: Sequence[Lesson], chosen: Sequence[int]) -> None:
    """Figures of chosen folds, each judged by models fitted on the others."""
    long, short = Counter[str](), Counter[str]()
    for number in chosen:
        models = fit(_taught([*(one for one in invented if _fold(one, FOLDS) != number), *lessons("wide")]))
        aside = [lesson for lesson in invented if _fold(lesson, FOLDS) == number]
        long.update(measure(aside, models))
        short.update(measure([jittered(lesson, 2) for lesson in aside], models))
    show("en folds", long)
    show("en short", short)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "measure")
