"""Where a draft ends, whatever stands behind its end."""

import pytest

from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.closings import concludes, find_closings
from speechlint.syntax.endings import Ending, find_ending
from speechlint.syntax.salutations import find_later_address, find_salutation, measure_address

HEAD = """\
在全县工作会议上的讲话
同志们：
今天的会很重要，请大家认真领会。
一、干什么
先把账算清楚。
二、怎么干
"""
LAST = "各单位要列出清单，逐项销号。"


def end_of(text: str) -> Ending:
    return find_ending(text, parse(Source("draft.txt", text)).documents[0])


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "如若转载，请注明出处：https://www.example.com/1.html\n",
        "##paidend##\n推荐访问：讲话 发言 会议\n",
        "更多精彩内容请关注“写作”公众号，扫一扫二维码即可阅读。\n",
        "责任编辑：小周\n第3页 共8页\n- 3 -\n",
        "县水利局\n2024年3月5日\n",
        "（二〇二四年三月五日）\n",
        "发言人：小周\n",
        "附件\n1. 任务清单。\n2. 责任分工。\n",
        "名词解释\n1. 三项机制：指会商、督办、通报。\n",
        "2024年工作任务分解\n附件1\n一、农业\n抓好春耕。\n",
    ],
)
def test_what_stands_behind_the_end_is_looked_through(behind: str) -> None:
    text = f"{HEAD}{LAST}\n{behind}"
    if behind.startswith("2024年工作任务"):
        text = text.replace("2024年工作任务分解\n", "")
    last = end_of(text).last
    assert last is not None
    assert last.of(text) == LAST


def test_a_tag_glued_to_the_last_paragraph_is_left_out() -> None:
    text = f"{HEAD}{LAST}##paidend##\n"
    last = end_of(text).last
    assert last is not None
    assert last.of(text) == LAST


@pytest.mark.parametrize("last", ["谢谢", "谢谢大家", "散会"])
def test_spoken_last_words_are_no_signature(last: str) -> None:
    text = f"{HEAD}{LAST}\n{last}\n"
    found = end_of(text).last
    assert found is not None
    assert found.of(text) == last


@pytest.mark.parametrize(
    "last",
    [
        "同志们，蓝图已经绘就，关键在于实干。",
        "让我们携起手来，把家乡建设得更加美丽。",
        "最后，再强调一下会风会纪。",
        "我就讲这些，谢谢。",
        "以上几点，供大家参考。",
        "目标一定要实现，目标一定能实现！",
        "奋力交出一份合格的答卷。",
        "祝愿各位新春愉快，阖家幸福。",
        "汇报完毕，请批评指正。",
        "以上报告，请大会审议。",
        "今天的会就开到这里。",
        "我们的事业一定能够成功。",
        "各位代表！\n新的一年已经开始。",
    ],
)
def test_a_conclusion_is_known_by_its_words(last: str) -> None:
    text = f"{HEAD}{LAST}\n{last}\n"
    assert concludes(text, end_of(text))


def test_an_address_with_nothing_behind_it_is_no_conclusion() -> None:
    text = f"{HEAD}{LAST}\n各位代表！\n"
    assert not concludes(text, end_of(text))


def test_plain_body_is_no_conclusion() -> None:
    text = HEAD + LAST
    assert not concludes(text, end_of(text))


def test_thanks_in_the_middle_are_no_ending() -> None:
    text = f"{HEAD}我代表县政府，向大家表示衷心的感谢！\n" + f"{LAST}\n" * 5
    assert not concludes(text, end_of(text))


def test_a_closing_says_its_kind_and_its_words() -> None:
    text = f"{HEAD}汇报完毕，不当之处，请批评指正。\n"
    found = {one.name: one.span.of(text) for one in find_closings(text, end_of(text))}
    assert found["report"] == "汇报完毕"
    assert found["modesty"] == "批评指正"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("同志们：", "同志们："),
        ("各位代表！新的一年已经开始。", "各位代表！"),
        ("各位代表，现在，我报告工作。", "各位代表，"),
        (
            "尊敬的各位领导，各位来宾，女士们、先生们：",
            "尊敬的各位领导，各位来宾，女士们、先生们：",
        ),
        ("同志们，实干最要紧。", "同志们，"),
        ("同志们要振作精神，迎难而上。", ""),
        ("各位局长要高度重视，亲自抓。", ""),
        ("全体党员干部牢记使命，冲锋在前。", ""),
        ("党员同志们：", "党员同志们："),
        ("居民朋友们！今天是个好日子。", "居民朋友们！"),
        ("这就要靠我们！", ""),
        ("大家好！", ""),
    ],
)
def test_an_address_is_told_from_a_sentence(line: str, address: str) -> None:
    assert line[: measure_address(line, 0, len(line))] == address


@pytest.mark.parametrize(
    "head",
    ["座谈会上的讲话\n同志们：\n", "同志们，", "座谈会上的讲话\n张三同志们：\n", "各位代表！\n"],
)
def test_a_salutation_is_found_in_any_guise(head: str) -> None:
    text = f"{head}今天的会很重要。\n{LAST}\n"
    assert find_salutation(text, parse(Source("draft.txt", text)).documents[0])


def test_an_address_further_on_is_no_salutation() -> None:
    text = f"今天的会很重要。\n{LAST}\n各位代表！\n新的一年已经开始。\n"
    document = parse(Source("draft.txt", text)).documents[0]
    assert find_salutation(text, document) is None
    assert find_later_address(text, document)
