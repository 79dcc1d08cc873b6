"""When: which date of the line, or of the story so far, belongs to an event; often none does.

Every reading of a date that might be meant is an option; a learned ranking compares them with the option of no date.
"""

import msgspec

from habeas.read.scene import Line
from habeas.read.setting import Setting, Spot, classes
from habeas.text import edtf
from habeas.text.dates import DateExpression, resolve_tied
from habeas.text.linear import Feature, Linear, load
from habeas.text.segments import Token
from habeas.text.story import in_story

_SECTION = 12
"""How many lines back a year may be taken from."""
_BACK = 4
"""How many lines back a date may be carried from."""


class Option(msgspec.Struct, frozen=True):
    """A date that an event may have. `edtf` None: no date. `source`: how it came to be one.

    here: stands in the line · plain: there, not as the story would have it · forward: there, read as a day to come ·
    story: there, in the year last spoken of · tied: there, counted from another date · carried: from a line before ·
    event: of the person's event told before. "-own": counted from, or in the year of, the person's event told before; "-year": in the year last named.
    """

    edtf: str | None
    source: str
    expression: DateExpression | None = None
    back: int = 0


class Story(msgspec.Struct):
    """The dates told so far, as the text goes on: the last one of all, and the last one of each person's events."""

    last: str | None = None
    of: dict[str, str] = {}

    def go_on(self, spot: Spot, date: str | None) -> None:
        """Take in the date of the event told next, if it has one."""
        if date:
            self.last = self.of[spot.draft.portrait] = date


NONE = Option(None, "none")


def date_of(setting: Setting, spot: Spot, story: Story, model: Linear | None = None) -> Option:
    """The option that the model finds best. `model`: other weights than the shipped ones (for measuring)."""
    found = options(setting, spot, story)
    if len(found) == 1:
        return NONE
    known = model or load(setting.language, "dating")
    scores = [float(known.scores(features(setting, spot, option, found))[0]) for option in found]
    return found[max(range(len(found)), key=lambda i: (scores[i], -i))]


def options(setting: Setting, spot: Spot, story: Story) -> list[Option]:
    """No date, then every reading of the dates of the line, then dates of the lines before; each date once a source."""
    found = [NONE]
    for plain, told in zip(spot.line.dates, setting.dates[spot.line.index], strict=True):
        readings = (
            _tied(plain, told, spot, story) if plain.kind == "tied" else _readings(setting, plain, told, spot, story)
        )
        found += {option.edtf: option for option in reversed(readings)}.values()
    found += _carried(setting, spot)
    known = {option.edtf for option in found}
    last = story.of.get(spot.draft.portrait)
    if last and last not in known:
        found.append(Option(last, "event"))
    return found


def _tied(plain: DateExpression, told: DateExpression, spot: Spot, story: Story) -> list[Option]:
    """Counted from the date beside it or last spoken of; from the person's event last told."""
    found = [Option(told.edtf, "tied", plain)] if told.edtf else []
    last = story.of.get(spot.draft.portrait)
    again = resolve_tied(plain, last) if last and not plain.edtf else None
    return [*found, Option(again, "tied-own", plain)] if again else found


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


def features(setting: Setting, spot: Spot, option: Option, others: list[Option]) -> list[Feature]:
    """What speaks for and against an option, as named features."""
    kind = spot.draft.type
    if option.edtf is None:
        return _of_none(setting, spot, others)
    found = [f"s={option.source}", f"s={option.source}|t={kind}", *_of_story(setting, spot, option)]
    if option.expression is None:
        return found
    found += _of_expression(setting, option)
    if option.source == "carried":
        return [*found, *_of_carried(setting, spot, option)]
    return [*found, *_of_place(setting, spot, option)]


def _of_none(setting: Setting, spot: Spot, others: list[Option]) -> list[Feature]:
    words = classes(setting.language)
    kind, tokens = spot.draft.type, spot.tokens
    trigger = tokens[spot.first : spot.last + 1]
    before = tokens[spot.first - 1].low if spot.first else "^"
    after = tokens[spot.last + 1].low if spot.last + 1 < len(tokens) else "$"
    here = len({o.expression.start for o in others if o.expression and not o.back})
    sides = {spot.gap(o.expression.start, o.expression.end)[0] for o in others if o.expression and not o.back}
    found: list[Feature] = ["none", f"none|t={kind}", f"none|here={min(here, 3)}", f"none|t={kind}|here={min(here, 1)}"]
    found += [
        f"none|sides={sorted(sides)}",
        f"none|zone={spot.line.zone}",
        f"none|carried={any(o.back for o in others)}",
    ]
    found += [f"none|w={t.low}" for t in trigger[:8]] + [f"none|b={before}", f"none|a={after}"]
    found += [f"none|t={kind}|first={trigger[0].low}", f"none|last={trigger[-1].low}"]
    found += [f"none|shape={shape}" for shape in _shapes(spot, words)]
    found += [f"none|shape={shape}|t={kind}" for shape in _shapes(spot, words)[:1]]
    for other in setting.beside(spot):
        if other.first <= spot.last and spot.first <= other.last:
            found.append(f"none|overlap={other.draft.type}>{kind}|{other.draft.portrait == spot.draft.portrait}")
    near = tokens[max(0, spot.first - 4) : spot.first]
    found += [f"none|nb={t.low}" for t in near]
    if before in words["possessive"] or trigger[0].low in words["possessive"]:
        found += ["none|noun", f"none|noun|t={kind}"]
    found += [f"none|neg|t={kind}" for t in (*near, *trigger) if t.low in words["negation"]][:1]
    return found


def _of_story(setting: Setting, spot: Spot, option: Option) -> list[Feature]:
    """Whether the event told before, of this person or of any, has this date."""
    index = setting.spots.index(spot)
    found: list[Feature] = []
    if index == 0:
        return found
    before = setting.spots[index - 1]
    gap = min(spot.draft.line - before.draft.line, 3)
    same = before.draft.portrait == spot.draft.portrait
    kinds = f"{before.draft.type}>{spot.draft.type}"
    overlap = before.last >= spot.first and gap == 0
    found.append(f"{option.source}|gap={gap}|{same}|{overlap}")
    if option.source in ("carried", "event"):
        found += [f"{option.source}|{kinds}", f"{option.source}|gap={gap}|{kinds}"]
    return found


def _of_expression(setting: Setting, option: Option) -> list[Feature]:
    expression = option.expression
    assert expression is not None
    size = _size(option.edtf)
    published = setting.scene.document.published
    when = "?"
    first, day, last = edtf.earliest(option.edtf), edtf.latest(published), edtf.latest(option.edtf)
    if first and day and last:
        when = "future" if first > day else "published" if first == day else "week" if (day - last).days < 8 else "past"
    found = [
        f"k={expression.kind}",
        f"b={expression.bound}",
        f"size={size}",
        f"when={when}",
        f"when={when}|s={option.source}",
    ]
    if expression.nominal:
        found.append("nominal")
    if expression.tie:
        found.append(f"tie={expression.tie}")
    return list(found)


def _of_place(setting: Setting, spot: Spot, option: Option) -> list[Feature]:
    """Where the date stands as seen from the trigger, and what stands between."""
    words, kind = classes(setting.language), spot.draft.type
    expression = option.expression
    assert expression is not None
    side, between = spot.gap(expression.start, expression.end)
    tokens = spot.tokens
    lows = [t.low for t in between]
    far = _bucket(len(lows))
    marks = sum(low in ",;:—–()" for low in lows)
    clauses = [low for low in lows if low in words["clause"]]
    dates = sum(_inside(d, spot, expression) for d in spot.line.dates)
    rivals = _rivals(setting, spot, expression)
    nearest = all(_distance(o, spot) >= _distance(expression, spot) for o in spot.line.dates if o.edtf)
    found = [
        f"side={side}", f"far={side}{far}", f"marks={side}{min(marks, 3)}", f"clauses={side}{min(len(clauses), 3)}",
        f"dates={side}{min(dates, 2)}", f"nearest={nearest}", f"rivals={side}{min(rivals[0], 2)}",
        f"closer={min(rivals[1], 2)}", f"closer={min(rivals[1], 2)}|nearest={nearest}", f"t={kind}|side={side}",
        f"t={kind}|far={side}{far}", f"k={expression.kind}|side={side}|nearest={nearest}",
        f"b={expression.bound}|side={side}|far={far}", f"b={expression.bound}|t={kind}",
        f"far={side}{far}|marks={min(marks, 2)}|rivals={min(rivals[0], 1)}",
    ]  # fmt: skip
    found += [f"between={side}{low}" for low in set(lows) if low in words["clause"] or low in words["speech"]]
    at = _index(tokens, expression.start)
    ahead = [t.low for t in tokens[max(0, at - 3) : at]]
    opening = at <= 2
    follow = next((t.low for t in tokens if t.start >= expression.end), "$")
    found += [f"open={opening}|side={side}", f"prev={ahead[-1] if ahead else '^'}", f"next={follow}|side={side}"]
    found += (
        [f"prev2={' '.join(ahead[-2:])}", f"opens|clauses={min(len(clauses), 2)}"]
        if opening
        else [f"prev2={' '.join(ahead[-2:])}"]
    )
    main = _main(tokens, expression.end, words)
    if main is not None:
        at_main = (
            "speech"
            if tokens[main].low in words["speech"]
            else "trigger"
            if spot.first <= main <= spot.last
            else "verb"
        )
        passed = main < spot.first
        found += [f"main={at_main}|side={side}|open={opening}|passed={passed}"]
        found += [f"main={at_main}|open={opening}|t={kind}", f"main={tokens[main].low}|passed={passed}|open={opening}"]
    found += [f"shape={shape}|side={side}|nearest={nearest}" for shape in _shapes(spot, words)]
    found += _rival_kinds(setting, spot, expression)
    verb = next((low for low in reversed(ahead) if low in words["speech"]), None)
    if verb and side:
        found += [f"speech={side}", f"speech|{verb}"]
    governor = _governor(tokens, at, words["clause"])
    inside = spot.first <= governor <= spot.last
    found += [f"governor={'trigger' if inside else 'other'}|side={side}"]
    if not inside and governor >= 0 and side > 0:
        found.append(f"governor={tokens[governor].low}")
    return list(found)


def _of_carried(setting: Setting, spot: Spot, option: Option) -> list[Feature]:
    expression = option.expression
    assert expression is not None
    line = setting.scene.lines[spot.line.index - option.back]
    kind = spot.draft.type
    opening = spot.tokens[0].low
    here = any(d.edtf for d in spot.line.dates)
    told = [s.draft.portrait for s in setting.spots if s.draft.line == line.index]
    found = [
        f"back={option.back}", f"back={option.back}|t={kind}", f"c.zone={line.zone}", f"c.here={here}",
        f"c.passage={line.passage == spot.line.passage}", f"c.opening={opening}", f"c.same={spot.draft.portrait in told}",
        f"c.told={min(len(told), 2)}", f"c.last={expression is _last(line)}", f"c.b={expression.bound}",
    ]  # fmt: skip
    trigger = spot.tokens[spot.first : spot.last + 1]
    found += [f"c.w={t.low}" for t in trigger[:6]]
    found.append(f"c.early={spot.first < 4}")
    found += [f"c.shape={shape}" for shape in _shapes(spot, classes(setting.language))]
    near = {t.low for t in spot.tokens[max(0, spot.first - 4) : spot.last + 1]}
    found += [f"c.near={low}" for low in sorted(near & classes(setting.language)["be"])]
    found += [f"c.size={_size(option.edtf)}|back={option.back}", f"c.tokens={min(len(spot.tokens) // 6, 4)}"]
    return list(found)


def _last(line: Line) -> DateExpression | None:
    dated = [d for d in line.dates if d.edtf]
    return dated[-1] if dated else None


def _size(date: str | None) -> str:
    length = edtf.days(date)
    return (
        "open"
        if length is None
        else "day"
        if length == 1
        else "part"
        if length < 28
        else "month"
        if length < 32
        else "long"
    )


def _bucket(count: int) -> str:
    return str(count) if count < 4 else "4" if count < 6 else "6" if count < 10 else "10" if count < 16 else "16"


def _distance(date: DateExpression, spot: Spot) -> int:
    side, between = spot.gap(date.start, date.end)
    return len(between) if side else 0


def _inside(date: DateExpression, spot: Spot, other: DateExpression) -> bool:
    """Between the trigger and another date."""
    side, _ = spot.gap(other.start, other.end)
    start, end = spot.tokens[spot.first].start, spot.tokens[spot.last].end
    if side > 0:
        return end <= date.start and date.end <= other.start
    return side < 0 and other.end <= date.start and date.end <= start


def _rivals(setting: Setting, spot: Spot, expression: DateExpression) -> tuple[int, int]:
    """How many other triggers of the line stand between, and how many are nearer to the date."""
    side, between = spot.gap(expression.start, expression.end)
    here = len(between)
    inside = closer = 0
    for other in setting.beside(spot):
        if other.first == spot.first and other.last == spot.last:
            continue
        way, words = other.gap(expression.start, expression.end)
        closer += len(words) < here
        between_them = spot.last < other.first if side > 0 else other.last < spot.first
        inside += way == side and between_them and len(words) < here
    return inside, closer


def _rival_kinds(setting: Setting, spot: Spot, expression: DateExpression) -> list[Feature]:
    """What kinds of event in the line stand nearer to a date than this one, or share its words."""
    here = _distance(expression, spot)
    found: list[Feature] = []
    for other in setting.beside(spot):
        same = other.draft.portrait == spot.draft.portrait
        if other.first <= spot.last and spot.first <= other.last:
            found.append(f"shares={other.draft.type}>{spot.draft.type}|{same}")
        elif _distance(expression, other) < here:
            found.append(f"nearer={other.draft.type}>{spot.draft.type}|{same}")
    return found


def _main(tokens: tuple[Token, ...], end: int, words: dict[str, frozenset[str]]) -> int | None:
    """The first verb, as far as its form shows, after a date: a verb of saying, a past form, or one after "was"."""
    for index, token in enumerate(tokens):
        if token.start >= end and (token.low in words["speech"] or (token.low.endswith("ed") and len(token.low) > 4)):
            return index
        if token.start >= end and token.low in words["be"]:
            return min(index + 1, len(tokens) - 1)
    return None


def _shapes(spot: Spot, words: dict[str, frozenset[str]]) -> list[str]:
    """The ending of the trigger's words with the class of the word before each: "was arrested", "his arrest"."""
    found = []
    for index in range(spot.first, min(spot.last, spot.first + 5) + 1):
        word = spot.tokens[index]
        before = spot.tokens[index - 1] if index else None
        kind = (
            "^"
            if before is None
            else next((n for n in ("possessive", "be", "negation", "clause", "speech") if before.low in words[n]), "")
        )
        if before is not None and not kind:
            kind = "Name" if before.word[0].isupper() else before.low if len(before.low) < 4 else before.low[-2:]
        found.append(f"{kind}_{word.low[-3:]}")
    return found


def _index(tokens: tuple[Token, ...], start: int) -> int:
    return next((i for i, t in enumerate(tokens) if t.end > start), len(tokens) - 1)


def _governor(tokens: tuple[Token, ...], at: int, clause: frozenset[str]) -> int:
    """The nearest word before a date that looks like a verb of its clause: a past form; -1 where there is none."""
    for index in range(at - 1, -1, -1):
        low = tokens[index].low
        if low in clause and index < at - 1:
            return -1
        if low.endswith("ed") and len(low) > 4:
            return index
    return -1
