"""Which dates an event may have."""

from habeas.read.dateoptions import NONE, Option, Story, options
from habeas.read.scene import Draft
from habeas.read.setting import Setting, survey
from tests.read.test_presence import scene

TEXT = (
    "Police arrested Murat on 5 May 2021. The film festival opened in Cannes on 9 June 2021. "
    "Murat asked for asylum a week after his arrest."
)


def setting() -> Setting:
    """Murat's arrest and his asking for asylum."""
    made = scene(TEXT, Murat="subject")
    asked = TEXT.index("asked")
    return survey(
        made, (Draft(0, "Murat", "arrested", 7, 15, 1.0), Draft(2, "Murat", "asylum-applied", asked, asked + 5, 1.0))
    )


def offered(story: Story) -> list[Option]:
    made = setting()
    return options(made, made.spots[1], story)


def test_no_date_is_always_an_option() -> None:
    assert offered(Story())[0] == NONE


def test_a_date_is_counted_from_the_event_of_the_person_that_is_named_beside_it() -> None:
    story = Story()
    story.go_on(setting().spots[0], "2021-05-05")
    assert ("2021-05-12", "tied-named") in {(option.edtf, option.source) for option in offered(story)}


def test_what_was_not_told_gives_no_date_to_count_from() -> None:
    assert "tied-named" not in {option.source for option in offered(Story())}


def test_an_arrival_is_that_of_the_removal_told_before() -> None:
    text = "Murat was deported on 5 May 2021. A court had met on 2 May 2021. Upon arrival in Minsk he was arrested."
    made = scene(text, Murat="subject")
    drafts = (
        Draft(0, "Murat", "removed", 10, 18, 1.0),
        Draft(2, "Murat", "arrested", text.index("arrested"), len(text) - 1, 1.0),
    )
    where = survey(made, drafts)
    story = Story()
    story.go_on(where.spots[0], "2021-05-05")
    tied = {option.edtf for option in options(where, where.spots[1], story) if option.source.startswith("tied")}
    assert tied == {"2021-05-05"}
