"""Which dates an event may have: every reading of the dates of its line, and the dates told just before.

What of these it has is decided in `read.dating`.
"""

import msgspec

from habeas.read.concepts import hits
from habeas.read.setting import Setting, Spot
from habeas.text.dates import DateExpression, resolve_tied
from habeas.text.story import in_story

_SECTION = 12
"""How many lines back a year may be taken from."""
_NAMING = 6
"""Words in which the event is named from which a date is counted."""
_ARRIVING = ("removed", "entered", "left")
"""Events at whose end somebody arrives, the likeliest first."""
_BACK = 4
"""How many lines back a date may be carried from."""


class Option(msgspec.Struct, frozen=True):
    """A date that an event may have. `edtf` None: no date. `source`: how it came to be one.

    here: stands in the line · plain: there, not as the story would have it · forward: there, read as a day to come ·
    story: there, in the year last spoken of · tied: there, counted from another date · carried: from a line before ·
    event: of the person's event told before. "-own": counted from, or in the year of, the person's event told before;
    "-named": counted from the person's event that the words name ("three days after his arrest"); "-year": in the year
    last named.
    """

    edtf: str | None
    source: str
    expression: DateExpression | None = None
    back: int = 0


class Story(msgspec.Struct):
    """The dates told so far, as the text goes on: the last one of each person's events, of any type and of each."""

    of: dict[str, str] = {}
    of_type: dict[tuple[str, str], str] = {}

    def go_on(self, spot: Spot, date: str | None) -> None:
        """Take in the date of the event told next, if it has one."""
        if date:
            self.of[spot.draft.portrait] = self.of_type[spot.draft.portrait, spot.draft.type] = date


NONE = Option(None, "none")


def options(setting: Setting, spot: Spot, story: Story) -> list[Option]:
    """No date, then every reading of the dates of the line, then dates of the lines before; each date once a source."""
    found = [NONE]
    for plain, told in zip(spot.line.dates, setting.dates[spot.line.index], strict=True):
        read = _tied if plain.kind == "tied" else _readings
        readings = read(setting, plain, told, spot, story)
        found += {option.edtf: option for option in reversed(readings)}.values()
    found += _carried(setting, spot)
    known = {option.edtf for option in found}
    last = story.of.get(spot.draft.portrait)
    if last and last not in known:
        found.append(Option(last, "event"))
    return found


def _tied(setting: Setting, plain: DateExpression, told: DateExpression, spot: Spot, story: Story) -> list[Option]:
    """Counted from the date beside it or last spoken of; from the person's event last told, or from one named."""
    found = [Option(told.edtf, "tied", plain)] if told.edtf else []
    if plain.edtf:
        return found
    who = spot.draft.portrait
    if plain.arrival and (came := next((day for kind in _ARRIVING if (day := story.of_type.get((who, kind)))), None)):
        return [Option(came, "tied-own", plain)]
    named = _named_after(setting, spot, plain) if plain.tie in ("after", "before") else []
    anchors = [*((story.of_type.get((who, kind)), "tied-named") for kind in named), (story.of.get(who), "tied-own")]
    counted = [(resolve_tied(plain, anchor), source) for anchor, source in anchors if anchor]
    return [*found, *(Option(date, source, plain) for date, source in counted if date)]


def _named_after(setting: Setting, spot: Spot, plain: DateExpression) -> list[str]:
    """The types of event that the words right after a date name."""
    following = [token.low for token in spot.tokens if token.start >= plain.end][:_NAMING]
    return [hit.concept[1:] for hit in hits(following, setting.language) if hit.concept.startswith("=")]


def _readings(setting: Setting, plain: DateExpression, told: DateExpression, spot: Spot, story: Story) -> list[Option]:
    published = setting.scene.document.published
    if plain.kind not in ("calendar", "relative") or not plain.edtf:
        return []
    found = [
        Option(told.edtf, "here" if told.edtf == plain.edtf else "story", plain),
        Option(plain.edtf, "plain", plain),
    ]
    last = story.of.get(spot.draft.portrait)
    if last:
        found.append(Option(in_story(plain, last, published).edtf, "story-own", plain))
    year = _year_before(setting, spot.line.index)
    if year:
        found.append(Option(in_story(plain, year, published).edtf, "story-year", plain))
    if plain.forward:
        found.append(Option(plain.forward, "forward", plain))
    return found


def _year_before(setting: Setting, index: int) -> str | None:
    """The last year that the text names in so many words before a line, no further back than a section goes."""
    for dates in reversed(setting.dates[max(0, index - _SECTION) : index]):
        years = [d.edtf[:4] for d in dates if d.edtf and d.kind == "calendar" and not d.form and not d.nominal]
        if years:
            return years[-1]
    return None


def _carried(setting: Setting, spot: Spot) -> list[Option]:
    """The last dates of the nearest line before that has any, and the first of that line."""
    for back in range(1, _BACK + 1):
        index = spot.line.index - back
        if index < 0:
            break
        dates = [d for d in setting.dates[index] if d.edtf and d.kind in ("calendar", "relative", "tied")]
        if dates:
            return list({d.edtf: Option(d.edtf, "carried", d, back) for d in (dates[0], *dates[-2:])}.values())
    return []
