"""Changing the items of a tree, of which nothing can be changed in place."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from speechlint.syntax.nodes import Item, Leaf, List


def change_items(
    children: tuple[Leaf | List, ...], change: Callable[[Item], Item]
) -> tuple[Leaf | List, ...]:
    """The same nodes with every item changed, those under an item after it."""

    def change_node(node: Leaf | List) -> Leaf | List:
        if isinstance(node, Leaf):
            return node
        return replace(node, items=tuple(map(change_item, node.items)))

    def change_item(item: Item) -> Item:
        changed = change(item)
        return replace(changed, children=tuple(map(change_node, changed.children)))

    return tuple(map(change_node, children))
