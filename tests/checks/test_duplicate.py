"""Repeated passages: what is a copy, and what is a set phrase."""

from speechlint.checks.duplicate import Duplicate
from tests.checks.reading import places, run

PASSAGE = (
    "要把困难群众放在心上，逐户走访排查，逐项落实政策，对符合条件的及时纳入救助范围，"
    "对暂时遇到困难的伸手拉一把，今年投入30万元，对有劳动能力的帮他找到活干，"
    "决不让一户在奔小康路上掉队。"
)
OTHER = "要抓好春季生产，备足农资，检修农机，组织技术人员下田指导，把种植任务落实到地块。"


def test_copy_is_the_finding_and_the_first_its_partner() -> None:
    text = f"{PASSAGE}\n{OTHER}\n{PASSAGE}\n"
    (finding,) = run(Duplicate(), text)
    assert finding.span.start == text.rindex("要把困难")
    assert finding.partners[0].span.start == 0


def test_digits_masks_and_a_changed_word_make_no_difference() -> None:
    changed = PASSAGE.replace("30", "**").replace("伸手拉一把", "主动帮一把")
    assert len(run(Duplicate(), f"{PASSAGE}\n{OTHER}\n{changed}\n")) == 1


def test_the_copy_of_a_part_is_found() -> None:
    text = f"{PASSAGE}\n{OTHER}{PASSAGE[11:]}\n"
    (found,) = places(run(Duplicate(), text), text)
    assert found == PASSAGE[11:-1]


def test_set_phrases_may_come_again() -> None:
    phrase = "坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，"
    assert run(Duplicate(), f"{phrase}{OTHER}\n{phrase}{PASSAGE}\n") == []


def test_line_repeated_at_once() -> None:
    title = "在全县春季生产工作会议上的讲话"
    text = f"{title}\n{title}\n\n同志们：\n{OTHER}\n同志们！\n同志们！\n"
    (finding,) = run(Duplicate(), text)
    assert finding.variant == "line"
    assert finding.span.start == len(title) + 1


def test_endless_repetition_is_read_in_time() -> None:
    run(Duplicate(), "抓好春季生产工作任务，" * 50_000)
    assert len(run(Duplicate(), f"{OTHER}\n" * 5_000)) == 4_999
