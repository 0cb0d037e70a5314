"""The compiled grammar of a draft."""

from __future__ import annotations

from functools import lru_cache

from lark import Lark

from speechlint.cache import cache_folder
from speechlint.resources import data_folder
from speechlint.syntax.nesting import Nesting
from speechlint.syntax.tree import TreeBuilder


@lru_cache
def draft_grammar() -> Lark:
    """The parser of ``grammar/draft.lark``, compiled once and kept in the user's cache."""
    source = data_folder("grammar") / "draft.lark"
    return Lark(
        source.read_text(encoding="utf-8"),
        parser="lalr",
        lexer="basic",
        postlex=Nesting(),
        transformer=TreeBuilder(),
        source_path=str(source),
        cache=str(cache_folder() / "draft.grammar"),
    )
