"""A draft with notes, as Word writes them."""

from __future__ import annotations

from speechlint.readers.docx import WordSource, read_docx
from tests.word.drafts import docx, paragraph, run, wrap

BODY = (
    paragraph("在全县乡村振兴工作会议上的讲话")
    + paragraph("同志们：")
    + paragraph("今天我们召开这次会议，部署全年工作。")
    + paragraph("一、提高认识")
    + paragraph("各级各部门要把思想统一到县委的部署上来。")
    + paragraph("二、抓好落实")
    + paragraph("要把“四个一”机制", "{1}", "落到实处，确保年底见效。", "{2}")
    + paragraph("谢谢大家！")
)


def reference(identifier: int, kind: str = "footnote", mark: str = "") -> str:
    custom = 'w:customMarkFollows="1" ' if mark else ""
    text = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:{kind}Reference {custom}w:id="{identifier}"/>{text}</w:r>'


def note(identifier: int, *paragraphs: str, kind: str = "footnote") -> str:
    drawn = f"<w:r><w:{kind}Ref/></w:r>"
    first, *rest = paragraphs
    content = paragraph(drawn, f" {first}") + "".join(map(paragraph, rest))
    return f'<w:{kind} w:id="{identifier}">{content}</w:{kind}>'


SEPARATOR = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)


def draft(*notes: str, **parts: str) -> WordSource:
    """The draft above, with its first footnotes referred to in two places."""
    body = BODY.replace(run("{1}"), reference(1)).replace(run("{2}"), reference(2))
    footnotes = wrap("footnotes", SEPARATOR + "".join(notes))
    return read_docx("讲话稿.docx", docx(body, {"footnotes": footnotes, **parts}))


def plain() -> WordSource:
    body = BODY.replace(run("{1}"), "").replace(run("{2}"), "")
    return read_docx("讲话稿.docx", docx(body))
