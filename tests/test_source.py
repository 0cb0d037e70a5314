from speechlint.source import Position, Source, Span


def test_lines_end_only_where_a_writer_ends_them() -> None:
    source = Source("a.txt", "一\r\n二\u2028三\x0b四\r五\n")
    assert [source.line_span(n).of(source.text) for n in (1, 2, 3)] == [
        "一",
        "二\u2028三\x0b四",
        "五",
    ]


def test_positions_count_code_points_from_one() -> None:
    source = Source("a.txt", "𠮷\n会议🙂结束")
    assert source.position(0) == Position(1, 1)
    assert source.position(5) == Position(2, 4)


def test_an_empty_span_touches_what_it_stands_in() -> None:
    assert Span(3, 3).overlaps(Span(1, 3))
    assert not Span(3, 5).overlaps(Span(1, 3))
