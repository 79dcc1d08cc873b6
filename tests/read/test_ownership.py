"""Whose event it is: the numbers that the trees judge by."""

import numpy as np

from habeas.read.events import shipped, spotted
from habeas.read.ownership import candidates, company
from tests.read.test_presence import scene


def test_everyone_who_may_be_meant_is_a_candidate_for_every_type_of_the_line() -> None:
    made = scene("Police arrested Murat and Anton.", Murat="subject", Anton="subject")
    found, rows = candidates(spotted(made, shipped("en").spotter, "en"))
    kinds = {one.type for one in found}
    assert {(one.type, one.presence.portrait) for one in found} == {(k, p) for k in kinds for p in ("Murat", "Anton")}
    assert rows.shape[0] == len(found)
    assert np.isfinite(rows).all()


def test_names_in_a_row_stand_equally_near_to_the_words_that_tell() -> None:
    made = scene("Police arrested Murat, Anton and Pavel.", Murat="subject", Anton="subject", Pavel="subject")
    found, rows = candidates(spotted(made, shipped("en").spotter, "en"))
    labels = shipped("en").spotter.labels
    arrested = [row for one, row in zip(found, rows, strict=True) if labels[one.type] == "arrested"]
    assert len(arrested) == 3
    same = [column for column in range(rows.shape[1]) if len({float(row[column]) for row in arrested}) == 1]
    assert len(same) > rows.shape[1] // 2


def test_company_says_what_stands_beside_a_candidate() -> None:
    made = scene("Police arrested Murat and Anton.", Murat="subject", Anton="subject")
    found, _ = candidates(spotted(made, shipped("en").spotter, "en"))
    scores = np.arange(len(found), dtype=np.float32)
    beside = company(found, scores)
    assert beside.shape[0] == len(found)
    assert beside[:, 0].tolist() == scores.tolist()
