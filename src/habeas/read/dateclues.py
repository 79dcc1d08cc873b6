"""What speaks for a date as that of an event, and for no date: where it stands, what stands between, what was told."""

from habeas.read.dateoptions import Option
from habeas.read.scene import Line
from habeas.read.setting import Setting, Spot, classes
from habeas.read.sight import answer
from habeas.text import edtf
from habeas.text.dates import DateExpression
from habeas.text.linear import Feature
from habeas.text.segments import Token

_LOUD = 3.0
"""What a feature is worth that is rare and yet certain: the day of a report dates nothing."""
_OPENING = 2
"""A date that starts at this token or before opens its sentence."""


def features(setting: Setting, spot: Spot, option: Option, others: list[Option]) -> list[Feature]:
    """What speaks for and against an option, as named features."""
    kind = spot.draft.type
    if option.edtf is None:
        return _of_none(setting, spot, others)
    found = [f"s={option.source}", f"s={option.source}|t={kind}", *_of_story(setting, spot, option)]
    if option.expression is None:
        return found
    found += [*_of_expression(setting, option), *_of_sight(setting, spot, option)]
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
    seen = [answer(setting.scene, spot.draft, "when", o.expression.start) for o in others if o.expression]
    best = max((worth for worth in seen if worth is not None), default=None)
    found += ["none|unseen"] if best is None else [("none|seen", best)]
    found += [f"none|neg|t={kind}" for t in (*near, *trigger) if t.low in words["negation"]][:1]
    return found


def _of_sight(setting: Setting, spot: Spot, option: Option) -> list[Feature]:
    """What the encoder says of the words of a date."""
    assert option.expression is not None
    worth = answer(setting.scene, spot.draft, "when", option.expression.start)
    return ["unseen"] if worth is None else [("seen", worth), (f"seen|s={option.source}", worth)]


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
    found: list[Feature] = [
        f"side={side}", f"far={side}{far}", f"marks={side}{min(marks, 3)}", f"clauses={side}{min(len(clauses), 3)}",
        f"dates={side}{min(dates, 2)}", f"nearest={nearest}", f"rivals={side}{min(rivals[0], 2)}",
        f"closer={min(rivals[1], 2)}", f"closer={min(rivals[1], 2)}|nearest={nearest}", f"t={kind}|side={side}",
        f"t={kind}|far={side}{far}", f"k={expression.kind}|side={side}|nearest={nearest}",
        f"b={expression.bound}|side={side}|far={far}", f"b={expression.bound}|t={kind}",
        f"far={side}{far}|marks={min(marks, 2)}|rivals={min(rivals[0], 1)}",
    ]  # fmt: skip
    found += [f"between={side}{low}" for low in set(lows) if low in words["clause"] or low in words["speech"]]
    opening = _index(tokens, expression.start) <= _OPENING
    found += [f"shape={shape}|side={side}|nearest={nearest}" for shape in _shapes(spot, words)]
    joined = _joined(spot, words)
    found += [f"joined={joined}|open={opening}|side={side}", f"joined={joined}|side={side}|nearest={nearest}"]
    bare = _bare(between)
    found += [
        f"bare={side}{_bucket(bare)}", f"bare={side}{_bucket(bare)}|open={opening}",
        f"dash={min(len(lows) - bare, 1)}|side={side}",
    ]  # fmt: skip
    if opening:
        found.append(f"opens|clauses={min(len(clauses), 2)}")
    found += _beside(spot, expression, side, words)
    return [*found, *_rival_kinds(setting, spot, expression)]


def _beside(spot: Spot, expression: DateExpression, side: int, words: dict[str, frozenset[str]]) -> list[Feature]:
    """The words before and after a date, the verb that it follows and the one that follows it."""
    tokens = spot.tokens
    at = _index(tokens, expression.start)
    opening = at <= _OPENING
    ahead = [t.low for t in tokens[max(0, at - 3) : at]]
    follow = next((t.low for t in tokens if t.start >= expression.end), "$")
    found: list[Feature] = [
        f"open={opening}|side={side}",
        f"prev={ahead[-1] if ahead else '^'}",
        f"next={follow}|side={side}",
    ]
    found.append(f"prev2={' '.join(ahead[-2:])}")
    main = _main(tokens, expression.end, words)
    if main is not None:
        kind = "verb"
        if tokens[main].low in words["speech"]:
            kind = "speech"
        elif spot.first <= main <= spot.last:
            kind = "trigger"
        passed = main < spot.first
        found += [f"main={kind}|side={side}|open={opening}|passed={passed}"]
        found += [f"main={kind}|open={opening}|t={spot.draft.type}"]
        found += [f"main={tokens[main].low}|passed={passed}|open={opening}"]
        if kind == "speech" and passed:
            told = any(t.low in words["that"] for t in tokens[main + 1 : spot.first])
            found += [(f"report|open={opening}", _LOUD)] + [("report|that", _LOUD)] * told
    verb = next((low for low in reversed(ahead) if low in words["speech"]), None)
    if verb and side:
        found += [f"speech={side}", f"speech|{verb}"]
    governor = _governor(tokens, at, words["clause"])
    inside = spot.first <= governor <= spot.last
    found += [f"governor={'trigger' if inside else 'other'}|side={side}"]
    if not inside and governor >= 0 and side > 0:
        found.append(f"governor={tokens[governor].low}")
    return found


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
        f"c.passage={line.passage == spot.line.passage}", f"c.opening={opening}",
        f"c.same={spot.draft.portrait in told}",
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
    if length is None:
        return "open"
    names = ((1, "day"), (27, "part"), (31, "month"))
    return next((name for most, name in names if length <= most), "long")


def _bucket(count: int) -> str:
    return next((str(least) for least in (16, 10, 6, 4, 3, 2, 1) if count >= least), "0")


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
    """The first verb, as far as its form shows, after a date: a verb of saying, a past form, or one after "was".

    What stands between two dashes is passed over.
    """
    dashes = [i for i, t in enumerate(tokens) if t.word in "—–" and t.start >= end]
    for index, token in enumerate(tokens):
        if token.start < end or (len(dashes) > 1 and dashes[0] < index < dashes[1]):
            continue
        if token.low in words["speech"] or (token.low.endswith("ed") and len(token.low) > 4):
            return index
        if token.low in words["be"]:
            return min(index + 1, len(tokens) - 1)
    return None


def _joined(spot: Spot, words: dict[str, frozenset[str]]) -> str:
    """Whether "and" joins the trigger to what was said before: with a subject of its own or without."""
    for back in range(1, 4):
        index = spot.first - back
        if index < 0 or spot.tokens[index].word in ",;:":
            return "no"
        token = spot.tokens[index]
        if token.low in words["joins"]:
            between = spot.tokens[index + 1 : spot.first + 1]
            return "subject" if any(t.word[0].isupper() or t.low in words["subjects"] for t in between) else "bare"
    return "no"


def _bare(between: tuple[Token, ...]) -> int:
    """How many tokens stand between, those within a pair of dashes or brackets left out."""
    count, inside = 0, False
    dashes = sum(t.word in "—–" for t in between) > 1
    for token in between:
        if token.word in "()" or (dashes and token.word in "—–"):
            inside = not inside
        elif not inside:
            count += 1
    return count


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
