"""Whether the rest of a sentence could stand without what may be left out."""

import pytest

from alignqa.coverage.leaning import leans_on
from alignqa.text import Lang, Span

LEANING = [
    (Lang.ENGLISH, "[The bakery also hands out small bags] of yesterday's rolls for free."),
    (Lang.ENGLISH, "[I may soon be out of excuses] before my next review."),
    (Lang.ENGLISH, "“[Our team works hand in hand] with schools all over the county.”"),
    (Lang.JAPANESE, "[山頂の古い小屋の上に]降りる鳥を見た。"),
    (Lang.JAPANESE, "[消防署・警察署および]役場の職員が集まった。"),
]
STANDING = [
    (Lang.ENGLISH, "[The bakery opens at seven every morning], and it closes at four."),
    (Lang.ENGLISH, "[We check every bag by hand] and send it out the same day."),
    (Lang.ENGLISH, "[Because the river rose overnight], the ferry did not run."),
    (Lang.ENGLISH, "The ferry did not run [because the river rose overnight] in the valley."),
    (Lang.ENGLISH, "[The ferry did not run all week.]"),
    (Lang.JAPANESE, "[夜のうちに川の水が増えたため]、渡し船は出なかった。"),
    (Lang.JAPANESE, "渡し船は[夜のうちに川の水が増えて]出なかった。"),
    (Lang.JAPANESE, "[会場の入り口では係員が]、切符を確かめている。"),
]


def _parted(marked: str) -> tuple[str, Span]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), Span(start, end)


@pytest.mark.parametrize(("lang", "marked"), LEANING)
def test_what_the_rest_hangs_on(lang: Lang, marked: str) -> None:
    text, gap = _parted(marked)
    assert leans_on(gap, text, Span(0, len(text)), lang)


@pytest.mark.parametrize(("lang", "marked"), STANDING)
def test_what_the_rest_can_do_without(lang: Lang, marked: str) -> None:
    text, gap = _parted(marked)
    assert not leans_on(gap, text, Span(0, len(text)), lang)


def test_a_sentence_ends_where_the_next_begins() -> None:
    text = "It rained for a week. The ferry did not run. Nobody minded."
    gap = Span(text.index("The"), text.index(" Nobody"))
    assert not leans_on(gap, text, gap, Lang.ENGLISH)
