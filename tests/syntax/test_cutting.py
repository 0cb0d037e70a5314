"""Words cut alike, so that phrases can be compared."""

from hypothesis import given
from hypothesis import strategies as st

from speechlint.syntax.cutting import cut_phrases


def cut(*texts: str) -> list[str]:
    return ["/".join(phrase) for phrase in cut_phrases(texts)]


def test_a_word_of_most_phrases_is_cut_out_of_the_others() -> None:
    assert cut("着力稳增长", "着力调结构", "着力促改革")[2].startswith("着力/")
    assert cut("围绕服务企业", "围绕服务项目", "围绕服务群众")[2] == "围绕/服务/群众"


def test_a_last_syllable_of_nearly_all_is_a_word() -> None:
    assert [text[-2:] for text in cut("监督常态化", "服务精细化", "审批标准化")] == ["/化"] * 3


def test_an_idiom_opens_beside_looser_phrases() -> None:
    assert cut("增长快中有优", "投资难中有为", "外贸稳中有进")[2].endswith("稳/中/有/进")


@given(st.lists(st.text("着力稳中有进服务群众讲政治化，“", max_size=9), min_size=1, max_size=5))
def test_nothing_is_lost(texts: list[str]) -> None:
    assert ["".join(phrase) for phrase in cut_phrases(texts)] == texts
