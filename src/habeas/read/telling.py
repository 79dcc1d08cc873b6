"""What is told of each event decided on: when, where, by whom, how firmly, by whose account, with which small facts."""

import msgspec

from habeas.model.readings import Words
from habeas.model.vocabulary import Modality, Track
from habeas.read.authority import Actor, actor_of, actors
from habeas.read.dateoptions import NONE, Option, Story
from habeas.read.dating import date_of
from habeas.read.facts import facts_of, track_of
from habeas.read.ground import ground
from habeas.read.modality import modality_of
from habeas.read.placing import places_of
from habeas.read.scene import Draft, Scene
from habeas.read.setting import Setting, Spot, survey
from habeas.read.speaker import speaker_of
from habeas.read.voices import Voice, voices
from habeas.text import edtf

_YEAR = 365
"""Days of a date that what is feared or denied never has: 11 of 1,711 such events of the invented reports have one."""


class Told(msgspec.Struct, frozen=True):
    """A draft with all that its document tells of it. `words`: what made date, place, authority and speaker."""

    draft: Draft
    modality: Modality
    date: str | None = None
    place: str | None = None
    by: str | None = None
    attributed_to: str | None = None
    track: Track | None = None
    attrs: dict[str, str] = {}
    words: tuple[Words, ...] = ()


def tell(scene: Scene, drafts: tuple[Draft, ...]) -> tuple[Told, ...]:
    """Each draft with its date (EDTF), place (ISO alpha-2), authority, modality, speaker, track and small facts.

    The result is in the order of the text: by the start of the trigger, its end, the type and the person.
    """
    setting = survey(scene, tuple(sorted(drafts, key=lambda d: (d.start, d.end, d.type, d.portrait))))
    if not setting.spots:
        return ()
    heard, acting = voices(setting), actors(setting)
    places = places_of(ground(setting))
    story = Story()
    told = []
    for spot, place in zip(setting.spots, places, strict=True):
        option = date_of(setting, spot, story)
        how = modality_of(setting, spot, option.edtf)
        if how in ("possible", "denied") and (edtf.days(option.edtf) or 0) >= _YEAR:
            option = NONE
        story.go_on(spot, option.edtf)
        voice, actor = speaker_of(setting, spot, heard), actor_of(setting, spot, acting)
        told.append(
            Told(
                draft=spot.draft,
                modality=how,
                date=option.edtf,
                place=place,
                by=actor.name if actor else None,
                attributed_to=voice.name if voice else None,
                track=track_of(setting, spot),
                attrs=facts_of(setting, spot, place),
                words=_words(setting, spot, option, place, actor, voice),
            )
        )
    return tuple(told)


def _words(
    setting: Setting, spot: Spot, option: Option, place: str | None, actor: Actor | None, voice: Voice | None
) -> tuple[Words, ...]:
    found = []
    if option.expression is not None:
        found.append(Words("date", option.expression.start, option.expression.end))
    pointing = [p for p in setting.places[spot.line.index] if p.state == place]
    if pointing:
        nearest = min(pointing, key=lambda p: (abs(p.start - spot.draft.start), p.start))
        found.append(Words("place", nearest.start, nearest.end))
    if actor is not None and actor.kind != "self":
        found.append(Words("by", actor.start, actor.end))
    if voice is not None and voice.end > voice.start:
        found.append(Words("speaker", voice.start, voice.end))
    return tuple(found)
