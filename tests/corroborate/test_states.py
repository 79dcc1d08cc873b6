"""Host and requesting state by the weight of what is told."""

from habeas.corroborate.sources import Sources
from habeas.corroborate.states import States, states
from tests.corroborate.told import claim, only, paper, surely, together

HERE = claim("a", "extradition-granted", "2025-03-04", "KZ")
WANTED = claim("a", "wanted", None, "UZ")


def between(*claims, citizenship=()):
    return states(claims, Sources([paper("a"), paper("b"), paper("c")]), citizenship)


def test_where_the_order_is_made_is_the_host_and_who_wants_the_person_asks():
    assert between(HERE, WANTED) == States("KZ", "UZ")


def test_a_state_passed_through_is_not_the_host():
    """Turned away on the way, the person is where the later and weightier steps are."""
    turned = claim("a", "entry-refused", "2025-01", "TR")
    assert between(turned, HERE, WANTED) == States("KZ", "UZ")


def test_one_misplaced_step_does_not_turn_the_case_round():
    """An asylum claim set in the state from which the person fled is outweighed by what the host did."""
    assert between(HERE, WANTED, claim("b", "asylum-applied", None, "UZ")) == States("KZ", "UZ")


def test_the_state_where_a_removal_ends_is_never_the_host():
    """However often a removal is set in the state to which it leads."""
    told = [claim(document, "removed", "2025-03", "UZ", to="UZ") for document in ("a", "b", "c")]
    assert between(*told) == States(None, "UZ")


def test_one_weak_hint_shows_no_host():
    """Too little is told: unknown rather than wrong."""
    assert between(surely(claim("a", "removed", "2022-09", "RU"), 0.5)).host is None
    assert between(surely(HERE, 0.4)).host is None


def test_a_prosecution_at_home_alone_is_no_request():
    """Without a host, charges and a sentence show no state that asks for anybody; a notice does."""
    home = claim("a", "charged", None, "UZ"), claim("a", "convicted", None, "UZ")
    assert between(*home) == States(None, None)
    assert between(*home, WANTED) == States(None, "UZ")


def test_where_nobody_is_told_to_ask_removal_leads_home():
    """The only citizenship is the destination, unless it is the host's."""
    assert between(HERE, citizenship=("UZ",)) == States("KZ", "UZ")
    assert between(HERE, citizenship=("KZ",)) == States("KZ", None)


def test_an_act_of_the_host_loses_a_place_in_the_state_that_asks():
    """An order of extradition set in the state that asked for it is misread; the place is left open."""
    told = HERE, claim("b", "extradition-granted", "2025-03-04", "UZ"), WANTED
    event = only(together(*told), "extradition-granted")
    assert event.place == "KZ"
    alone = together(claim("b", "extradition-granted", "2025-03-04", "UZ"), WANTED, claim("a", "asylum-applied"))
    assert only(alone, "extradition-granted").place is None


def test_the_state_named_in_the_authority_outweighs_a_place_nearby():
    """ "Kazakh police" act in Kazakhstan, whatever state the next report sets the arrest in."""
    told = claim("a", "arrested", "2025-05", "KZ", by="Kazakh police"), claim("b", "arrested", "2025-05", "RU")
    assert only(together(*told), "arrested").place == "KZ"
