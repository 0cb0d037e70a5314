"""Applying fixes: to a text until nothing is left to fix, and to its file wholly or not at all."""

from speechlint.fixes.edits import applicable, apply_edits, choose_fixes
from speechlint.fixes.files import replace_file, write_file
from speechlint.fixes.fixing import Fixed, fix_source
from speechlint.fixes.references import Reference
from speechlint.fixes.revision import content_of

__all__ = [
    "Fixed",
    "Reference",
    "applicable",
    "apply_edits",
    "choose_fixes",
    "content_of",
    "fix_source",
    "replace_file",
    "write_file",
]
