"""What a child says is read within bounds, whatever it is."""

import io

import pytest

from data.reading.frames import LENGTH, LONGEST, Sender, received


def said(rows: int) -> bytes:
    pipe = io.BytesIO()
    sender = Sender(pipe)
    sender.sheet("Blad1")
    for row in range(rows):
        sender.row([str(row)], "t")
    sender.message("book", {"kind": "csv"})
    return pipe.getvalue()


def test_rows_come_in_messages_of_5000_and_the_last_message_is_the_book() -> None:
    messages = list(received(io.BytesIO(said(12_000)), most=10**6))

    assert [kind for kind, _ in messages] == ["sheet", "rows", "rows", "rows", "book"]
    assert [len(content["texts"]) for kind, content in messages if kind == "rows"] == [5000, 5000, 2000]


@pytest.mark.parametrize("cut", [0, 3, 4, 20])
def test_a_message_that_is_cut_off_ends_it(cut: int) -> None:
    assert list(received(io.BytesIO(said(1)[:cut]), most=10**6)) == []


def test_a_message_that_is_too_long_is_not_read() -> None:
    assert list(received(io.BytesIO(LENGTH.pack(LONGEST + 1) + b"{}"), most=10**9)) == []


def test_a_child_that_says_too_much_is_not_heard_to_its_end() -> None:
    assert [kind for kind, _ in received(io.BytesIO(said(12_000)), most=1000)] == ["sheet"]
