import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.ordinals import Fault, FaultKind, diagnose

GAP, DUPLICATE, ORDER, START = FaultKind


@pytest.mark.parametrize(
    ("ordinals", "kind", "index", "expected"),
    [
        ([1, 2, 4, 5, 6], GAP, 2, 3),
        ([1, 2, 4], GAP, 2, 3),
        ([1, 3], GAP, 1, 2),
        ([1, 2, 3, 3, 5], DUPLICATE, 3, 4),
        ([1, 2, 2, 3, 4], DUPLICATE, 2, 3),
        ([1, 1, 2, 3], DUPLICATE, 1, 2),
        ([2, 2, 3], DUPLICATE, 0, 1),
        ([1, 2, 3, 1, 2, 3], DUPLICATE, 3, 4),
        ([1, 3, 2, 4], ORDER, 1, 2),
        ([1, 3, 2], ORDER, 1, 2),
        ([1, 2, 9, 4], ORDER, 2, 3),
        ([2, 3, 4], START, 0, 1),
        ([5], START, 0, 1),
    ],
)
def test_one_slip_is_one_fault(
    ordinals: list[int], kind: FaultKind, index: int, expected: int
) -> None:
    assert [(f.kind, f.index, f.expected) for f in diagnose(ordinals)] == [(kind, index, expected)]


@pytest.mark.parametrize("ordinals", [[1, 3, 4, 2, 5], [1, 4, 2, 3, 5], [1, 2, 4, 5, 3]])
def test_a_moved_item_is_out_of_order_and_leaves_no_gap(ordinals: list[int]) -> None:
    assert [fault.kind for fault in diagnose(ordinals)] == [ORDER]


def test_each_of_several_slips_is_found() -> None:
    assert [(f.kind, f.index) for f in diagnose([1, 2, 3, 5, 4, 6, 6, 8, 10])] == [
        (ORDER, 3),
        (DUPLICATE, 6),
        (GAP, 8),
    ]


def test_a_fault_names_its_partner() -> None:
    assert diagnose([1, 2, 3, 3, 5]) == [Fault(DUPLICATE, 3, 4, 4, 2)]
    assert diagnose([1, 2, 5, 4, 5]) == [Fault(DUPLICATE, 2, 3, 3, 4)]
    assert diagnose([1, 3, 2, 4]) == [Fault(ORDER, 1, 2, 2, 2)]
    assert diagnose([1, 3, 4, 2, 5])[0].partner == 2
    assert diagnose([1, 2, 6]) == [Fault(GAP, 2, 3, 5, 1)]


@given(st.integers(0, 300))
def test_a_correct_list_has_no_fault(length: int) -> None:
    assert diagnose(range(1, length + 1)) == []


_LENGTH = st.integers(6, 60)


@given(_LENGTH, st.data())
def test_a_missing_item_is_one_gap(length: int, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, length - 4))
    at = data.draw(st.integers(1, length - size - 1))
    ordinals = [*range(1, at + 1), *range(at + size + 1, length + 1)]
    assert diagnose(ordinals) == [Fault(GAP, at, at + 1, at + size, at - 1)]


@given(_LENGTH, st.data())
def test_a_wrong_number_is_one_fault(length: int, data: st.DataObject) -> None:
    ordinals = list(range(1, length + 1))
    index = data.draw(st.integers(1, length - 2))
    value = data.draw(st.integers(1, 2 * length).filter(lambda n: n != index + 1))
    ordinals[index] = value
    kind = DUPLICATE if value <= length else ORDER
    assert [(f.kind, f.index, f.expected) for f in diagnose(ordinals)] == [(kind, index, index + 1)]


@given(_LENGTH, st.data())
def test_a_swap_is_one_fault(length: int, data: st.DataObject) -> None:
    ordinals = list(range(1, length + 1))
    index = data.draw(st.integers(0, length - 2))
    ordinals[index : index + 2] = reversed(ordinals[index : index + 2])
    assert diagnose(ordinals) == [Fault(ORDER, index, index + 1, index + 1, index + 1)]


@given(_LENGTH, st.integers(0, 30), st.data())
def test_right_items_before_and_after_change_nothing(
    length: int, more: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(2, length - 2))
    ordinals = [*range(1, at), at - 1, *range(at + 1, length + 1)]
    longer = [*ordinals, *range(length + 1, length + more + 1)]
    assert diagnose(longer) == diagnose(ordinals)
    later = diagnose([*range(1, more + 1), *(ordinal + more for ordinal in ordinals)])
    assert [(f.kind, f.index - more, f.expected - more) for f in later] == [
        (f.kind, f.index, f.expected) for f in diagnose(ordinals)
    ]


@given(st.lists(st.sampled_from(["gap", "duplicate", "swap"]), max_size=6), st.integers(3, 5))
def test_slips_far_apart_are_each_found(slips: list[str], distance: int) -> None:
    ordinals = list(range(1, distance + 1))
    for slip in slips:
        after = ordinals[-1]
        if slip == "swap":
            ordinals += [after + 2, after + 1]
        start = {"gap": after + 2, "duplicate": after, "swap": after + 3}[slip]
        ordinals += range(start, start + distance)
    kinds = {"gap": GAP, "duplicate": DUPLICATE, "swap": ORDER}
    assert [fault.kind for fault in diagnose(ordinals)] == [kinds[slip] for slip in slips]


@given(st.lists(st.integers(0, 40), max_size=80))
def test_any_list_gets_faults_in_order_that_point_into_it(ordinals: list[int]) -> None:
    faults = diagnose(ordinals)
    assert bool(faults) == (ordinals != list(range(1, len(ordinals) + 1)))
    assert [fault.index for fault in faults] == sorted(fault.index for fault in faults)
    for fault in faults:
        assert 0 <= fault.index < len(ordinals)
        assert fault.partner is None or 0 <= fault.partner < len(ordinals)
        assert fault.partner != fault.index
        assert fault.expected <= fault.last


@given(st.permutations(range(1, 9)))
def test_a_shuffled_list_lacks_nothing(ordinals: list[int]) -> None:
    assert {fault.kind for fault in diagnose(ordinals)} <= {ORDER}
