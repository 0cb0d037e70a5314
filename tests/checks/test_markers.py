import pytest

from speechlint.checks.headings import HeadingFault, Headings
from speechlint.checks.markers import MarkerFault, Markers
from speechlint.checks.mixture import Mixture
from speechlint.syntax.nodes import Style
from tests.checks.reading import mend, places, run

LONE, DANGLING, BURIED = (Markers(fault) for fault in MarkerFault)
EMPTY, ENDING = (Headings(fault) for fault in HeadingFault)
MIXTURE = Mixture(tolerated=((Style.CONNECTIVE, Style.DI), (Style.CONNECTIVE, Style.CLAUSE)))


def test_one_item_is_no_list() -> None:
    text = "一、做法\n（一）建机制\n二、成效\n（一）快了\n（二）省了\n"
    assert places(run(LONE, text), text) == ["（一）"]


@pytest.mark.parametrize(
    "text",
    [
        "一、目标\n（一）近期\n二、任务\n（二）修路\n（三）架桥\n",
        "一、做法\n1.建机制.2.抓落实.\n二、成效\n群众满意。\n",
    ],
)
def test_an_item_whose_second_is_elsewhere_is_not_alone(text: str) -> None:
    assert run(LONE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "一要快。抓紧开工。\n二要好。严把质量。\n⟦三⟧\n",
        "一要快。抓紧开工。\n二要好。严把质量。\n⟦三⟧\n更多内容请见 www.example.com/149\n",
        "这项工作，一要快，二要好。\n⟦三⟧\n",
        "一、修路\n二、架桥\n⟦三、⟧\n",
        "一、修路\n⟦二、⟧\n三、通水\n",
    ],
)
def test_a_marker_without_a_text_dangles(text: str) -> None:
    bare = text.replace("⟦", "").replace("⟧", "")
    start = text.index("⟦")
    assert [one.span.start for one in run(DANGLING, bare)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "一\n\n去年修了路。\n\n二\n\n今年要架桥。\n",
        "一、\n（一）修路\n（二）架桥\n二、\n（一）通水\n（二）通电\n",
        "第一章\n总则\n第二章\n分则\n",
    ],
)
def test_a_marker_whose_text_is_below_does_not(text: str) -> None:
    assert run(DANGLING, text) == []


def test_a_series_in_one_paragraph_is_not_buried() -> None:
    assert run(BURIED, "要做到：一要快。二要好。三要省。\n") == []


def test_mixtures_that_published_texts_have_weigh_less() -> None:
    spoken = "首先，要算好账。花钱要问效。\n\n第二，要管好人。用人要公道。\n"
    assert [one.variant for one in run(MIXTURE, spoken)] == ["minor"]
    torn = "一要算好账。花钱要问效。\n\n二是管好人。用人要公道。\n\n三要办好事。办事要利索。\n"
    assert [
        (one.variant, place)
        for one, place in zip(run(MIXTURE, torn), places(run(MIXTURE, torn), torn), strict=True)
    ] == [("", "二是")]


def test_forms_of_one_style_are_no_mixture() -> None:
    assert run(MIXTURE, "（一）修路\n(二)架桥\n㈢通水\n") == []
    assert run(MIXTURE, "1.修路\n2、架桥\n3．通水\n") == []


def test_an_agenda_has_no_empty_sections() -> None:
    assert run(EMPTY, "一、听取汇报\n二、研究资金\n三、讨论其他\n") == []


def test_a_heading_above_a_lower_level_is_not_empty() -> None:
    text = "一、做法\n建机制。\n二、成效\n（一）快了。\n（二）省了。\n三、打算\n抓落实。\n"
    assert run(EMPTY, text) == []


def test_an_enumeration_of_sentences_has_no_uneven_headings() -> None:
    assert run(ENDING, "1.修通断头路；\n2.改造老管网；\n3.建好停车场。\n") == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "（一）修路。\n去年修的。\n（二）架桥\n今年架的。\n（三）通水。\n明年通。\n",
            "（一）修路。\n去年修的。\n（二）架桥。\n今年架的。\n（三）通水。\n明年通。\n",
        ),
        (
            "（一）修路\n去年修的。\n（二）架桥。\n今年架的。\n（三）通水\n明年通。\n",
            "（一）修路\n去年修的。\n（二）架桥\n今年架的。\n（三）通水\n明年通。\n",
        ),
    ],
)
def test_an_uneven_heading_can_be_made_like_its_siblings(text: str, mended: str) -> None:
    assert mend(text, run(ENDING, text)) == mended
