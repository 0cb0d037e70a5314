"""The compiled grammars: made of ``grammar/*.lark`` once, and kept in the user's cache."""

from __future__ import annotations

from functools import cache

import msgspec

from speechlint import __version__
from speechlint.cache import files_state, keep_file, kept_files
from speechlint.resources import data_folder
from speechlint.syntax.parsing import Builders, Parser
from speechlint.syntax.tables import Tables


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """Tables in the cache, with the state of the grammar file that they were made of."""

    state: list[str]
    tables: Tables


def load_parser(name: str, builders: Builders) -> Parser:
    """The parser of ``grammar/<name>.lark``.

    Args:
        name: of the grammar.
        builders: what makes a node of a rule's children, by the name of the rule.

    Raises:
        ResourceError: the installation has no grammar.
    """
    return Parser(_load_tables(name), builders)


@cache
def _load_tables(name: str) -> Tables:
    path = data_folder("grammar") / f"{name}.lark"
    state = [__version__, *files_state([path], ())]
    kept_name = f"{name}.grammar"
    for kept in kept_files(kept_name):
        try:
            found = msgspec.msgpack.decode(kept.read_bytes(), type=_Kept)
        except (OSError, msgspec.MsgspecError):
            continue
        if found.state == state:
            return found.tables
    # Only now: to import lark takes longer than to check a page.
    from speechlint.syntax.compilation import compile_grammar

    tables = compile_grammar(path)
    keep_file(kept_name, msgspec.msgpack.encode(_Kept(state, tables)))
    return tables
