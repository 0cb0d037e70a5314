"""Finding originals, beside comparing each sequence with each."""

from array import array

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from speechlint.checks.comparisons import Comparisons
from speechlint.checks.originals import Originals, make_sketch

LEAST = 0.7

Sequences = list[list[int]]

numbers = st.integers(0, 40)
fresh = st.lists(numbers, min_size=1, max_size=60)


@st.composite
def drawn_sequences(draw: st.DrawFn) -> Sequences:
    """Sequences, many of which are others with something put in or left out."""
    sequences: Sequences = draw(st.lists(fresh, min_size=1, max_size=4))
    for _ in range(draw(st.integers(0, 12))):
        base = draw(st.sampled_from(sequences))
        start, end = sorted(draw(st.tuples(st.integers(0, len(base)), st.integers(0, len(base)))))
        changed = base[:start] + draw(st.lists(numbers, max_size=8)) + base[end:]
        sequences.insert(draw(st.integers(0, len(sequences))), changed or [0])
    return sequences


def match_all(sequences: Sequences, comparisons: Comparisons) -> list[tuple[int, float] | None]:
    originals = Originals(LEAST, comparisons)
    found: list[tuple[int, float] | None] = []
    for key, sequence in enumerate(sequences):
        packed = array("I", sequence)
        match = originals.match(packed.tobytes(), make_sketch(packed), key)
        found.append((match.key, match.likeness) if match else None)
    return found


def match_naively(sequences: Sequences) -> list[tuple[int, float] | None]:
    found: list[tuple[int, float] | None] = []
    originals: list[int] = []
    sketches = [set(sorted(set(sequence))[:32]) for sequence in sequences]
    for key, sequence in enumerate(sequences):
        shared = {other: len(sketches[other] & sketches[key]) for other in originals}
        near = [other for other in originals if shared[other] * 4 >= len(sketches[key])]
        nearest = sorted(near, key=lambda other: -shared[other])[:3]
        likenesses = {
            other: Indel.normalized_similarity(sequences[other], sequence) for other in nearest
        }
        best = max(nearest, key=lambda other: likenesses[other], default=None)
        if best is not None and likenesses[best] >= LEAST:
            found.append((best, likenesses[best]))
        else:
            found.append(None)
            originals.append(key)
    return found


@given(drawn_sequences())
def test_counting_all_at_once_finds_what_comparing_each_with_each_finds(
    sequences: Sequences,
) -> None:
    assert match_all(sequences, Comparisons()) == match_naively(sequences)


def test_more_originals_than_are_counted_in_one_go() -> None:
    sequences = [[1000 * number + one for one in range(40)] for number in range(600)]
    copies = [sequences[number][:36] for number in (0, 255, 256, 599)]
    found = match_all(sequences + copies, Comparisons())
    assert found[:600] == [None] * 600
    assert [match and match[0] for match in found[600:]] == [0, 255, 256, 599]


def test_a_crowd_that_shares_what_it_says_hides_no_copy() -> None:
    stock = list(range(20))
    sequences = [[*stock, *range(100 * number, 100 * number + 40)] for number in range(1, 300)]
    found = match_all([*sequences, sequences[200][2:]], Comparisons())
    assert found[-1] is not None
    assert found[-1][0] == 200


@given(drawn_sequences(), drawn_sequences())
def test_what_is_known_of_pairs_changes_nothing(before: Sequences, after: Sequences) -> None:
    first = Comparisons()
    match_all(before, first)
    known = Comparisons(first.used)
    sequences = before[: len(before) // 2] + after
    assert match_all(sequences, known) == match_all(sequences, Comparisons())


def test_pairs_that_are_known_are_not_compared_again() -> None:
    first = Comparisons()
    first.recall((b"one", b"two"), LEAST, lambda: 0.5)
    again = Comparisons(first.used)
    assert again.recall((b"one", b"two"), LEAST, lambda: 0.9) == 0.5
    assert again.recall((b"two", b"one"), LEAST, lambda: 0.9) == 0.9
    assert again.recall((b"one", b"two"), 0.8, lambda: 0.9) == 0.9
