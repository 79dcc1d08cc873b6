"""What speaks for a date as that of an event, and for no date: where it stands, what stands between, what was told."""

from habeas.read.dateoptions import Option
from habeas.read.datestand import of_place, shapes
from habeas.read.scene import Line
from habeas.read.setting import Setting, Spot, classes
from habeas.read.sight import answer
from habeas.text import edtf
from habeas.text.dates import DateExpression
from habeas.text.linear import Feature


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
    return [*found, *of_place(setting, spot, option)]


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
    found += [f"none|shape={shape}" for shape in shapes(spot, words)]
    found += [f"none|shape={shape}|t={kind}" for shape in shapes(spot, words)[:1]]
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
    found += [f"c.shape={shape}" for shape in shapes(spot, classes(setting.language))]
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
