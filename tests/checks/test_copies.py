"""Copied documents: in one file, and in the files of a run."""

from speechlint.checks.base import Fingerprint
from speechlint.checks.comparisons import Comparisons
from speechlint.checks.copies import Copies
from speechlint.draft import Draft
from speechlint.source import Source
from speechlint.syntax import parse
from tests.checks.reading import run
from tests.tasks import TASKS

SPEECH = "同志们：\n" + "".join(f"要{task}，增长5%，完成30个。\n" for task in TASKS)
OTHER = "同志们：\n" + "".join(f"{task[::-1]}，抓好落实。\n" for task in TASKS)


def compare(*texts: str) -> list[tuple[int, str]]:
    check = Copies()
    prints = []
    for number, text in enumerate(texts):
        source = Source(f"{number}.txt", text)
        prints.append(Fingerprint(source.path, check.fingerprint(Draft(source, parse(source)))))
    return [
        (index, str(dict(found.finding.facts)["other"]))
        for index, findings in enumerate(check.compare(prints, Comparisons()))
        for found in findings
    ]


def test_copy_with_masks_is_found_in_another_file() -> None:
    masked = SPEECH.replace("5%", "**%").replace("30个", "XX个").replace("要培育", "**要培育")
    assert compare(OTHER, SPEECH, masked) == [(2, "1.txt")]


def test_every_copy_names_the_first() -> None:
    assert compare(SPEECH, OTHER, SPEECH, SPEECH) == [(2, "0.txt"), (3, "0.txt")]


def test_other_speeches_of_the_same_form_are_left_alone() -> None:
    assert compare(SPEECH, OTHER, "同志们：\n开会。\n", "") == []


def test_copy_in_one_file_points_at_the_original() -> None:
    text = "".join(
        f"在全县农业工作会议上的讲话篇{number}\n\n{speech}\n"
        for number, speech in enumerate((SPEECH, OTHER, SPEECH), 1)
    )
    (finding,) = run(Copies(), text)
    assert finding.span.of(text).endswith("篇3")
    assert finding.partners[0].span.of(text).endswith("篇1")


def test_half_a_document_is_no_copy() -> None:
    half = "同志们：\n" + "".join(f"要{task}，抓好落实。\n" for task in TASKS[:4]) + OTHER
    assert compare(SPEECH, half) == []
