"""Pages come from files, folders and standard input, in order, whatever one of them is made of."""

from __future__ import annotations

import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from dragoman.errors import PageError
from dragoman.pages import count_pages, read_pages
from dragoman.pages.text_file import MAX_PAGE_BYTES


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_one_page_of_its_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"caf\xe9\r\n")
    (page,) = read_pages([str(path)])
    assert (page.origin, page.content, page.problem) == (path.as_posix(), b"caf\xe9\r\n", None)


def test_a_file_of_any_suffix_is_text_when_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.report", "text")
    assert [page.content for page in read_pages([str(path)])] == [b"text"]


def test_a_folder_gives_its_files_sorted_without_hidden_and_unknown_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/b/c.txt", "c.jpg", ".hidden.txt", ".git/d.txt", "d.jsonl"):
        write(tmp_path / name, '{"text": "one"}\n\n{"text": "two"}')
    origins = [page.origin.removeprefix(tmp_path.as_posix() + "/") for page in read_pages([str(tmp_path)])]
    assert origins == ["a/b/c.txt", "a/z.MD", "b.txt", "d.jsonl#1", "d.jsonl#3"]


def test_the_origin_is_the_path_as_given_joined_with_the_name_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "texts" / "in" / "a.txt", "x")
    monkeypatch.chdir(tmp_path)
    assert [page.origin for page in read_pages(["texts/", "texts/in/a.txt"])] == ["texts/in/a.txt", "texts/in/a.txt"]


def test_a_json_line_carries_its_metadata(tmp_path: Path) -> None:
    line = (
        '{"id": 7, "text": "T", "title": "H", "url": "u", "published": "2022", "publisher": "P", "authors": ["A", "B"], "language": "en"}'
    )
    path = write(tmp_path / "a.jsonl", "\ufeff" + line)
    (page,) = read_pages([str(path)])
    metadata = page.metadata
    assert page.content == "T"
    assert page.origin == f"{path.as_posix()}#1"
    assert (metadata.title, metadata.url, metadata.published, metadata.publisher) == ("H", "u", "2022", "P")
    assert (metadata.authors, metadata.language) == (("A", "B"), "en")


def test_one_author_may_be_a_string(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "T", "authors": "Ann Lee"}')
    assert [page.metadata.authors for page in read_pages([str(path)])] == [("Ann Lee",)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"text": ', "not a page in JSON"),
        (b'{"title": "no text"}', "text"),
        (b'{"text": 5}', "str"),
        (b'{"text": "x", "title": ["a"]}', "$.title"),
        (b'["x"]', "object"),
        (b'{"text": "\xff\xfe"}', "not UTF-8"),
        (b'{"text": "x", "y": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested"),
    ],
)
def test_a_line_that_is_no_page_is_a_problem_and_its_neighbours_are_read(tmp_path: Path, line: bytes, words: str) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text": "one"}\n' + line + b'\r\n{"text": "three"}\r\n')
    first, broken, last = read_pages([str(path)])
    assert (first.content, last.content, last.origin[-2:]) == ("one", "three", "#3")
    assert broken.problem is not None
    assert words in broken.problem


def test_json_lines_in_utf_16_are_one_problem_that_says_what_to_do(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "one"}\n'.encode("utf-16"))
    (page,) = read_pages([str(path)])
    assert page.problem is not None
    assert "save the file as UTF-8" in page.problem


def test_standard_input_is_one_text(tmp_path: Path) -> None:
    del tmp_path
    (page,) = read_pages(["-"], stdin=io.BytesIO(b"Iran said.\n{}\n"))
    assert (page.origin, page.content) == ("-", b"Iran said.\n{}\n")


def test_standard_input_is_json_lines_when_its_first_line_is_a_page() -> None:
    stream = io.BytesIO(b'\xef\xbb\xbf{"text": "one"}\n{"text": 2}\n{"text": "three"}')
    pages = list(read_pages(["-"], stdin=stream))
    assert [(page.origin, page.content) for page in pages] == [("-#1", "one"), ("-#2", b""), ("-#3", "three")]
    assert pages[1].problem is not None


def test_json_without_a_text_on_standard_input_stays_plain_text() -> None:
    (page,) = read_pages(["-"], stdin=io.BytesIO(b'{"a": 1}\nmore'))
    assert page.content == b'{"a": 1}\nmore'


def test_a_missing_address_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt", "x")
    with pytest.raises(PageError, match="no such file") as caught:
        read_pages([str(good), str(tmp_path / "none")])
    assert caught.value.address == str(tmp_path / "none")
    with pytest.raises(PageError):
        count_pages([str(tmp_path / "none")])
    with pytest.raises(PageError, match="null"):
        read_pages(["a\0b"])


def test_one_string_in_place_of_a_list_is_refused() -> None:
    with pytest.raises(TypeError, match="sequence of paths"):
        read_pages("texts")


def test_a_loop_of_links_ends_and_each_folder_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "a" / "one.txt", "x")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "z").symlink_to(tmp_path / "a", target_is_directory=True)
    assert [page.origin for page in read_pages([str(tmp_path)])] == [(tmp_path / "a" / "one.txt").as_posix()]


def test_a_broken_link_is_a_problem_and_its_neighbours_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c").symlink_to(tmp_path / "nowhere")
    (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
    write(tmp_path / "e.txt", "y")
    pages = list(read_pages([str(tmp_path)]))
    assert [page.content for page in pages] == [b"x", b"", b"", b"y"]
    assert [page.problem is not None for page in pages] == [False, True, True, False]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission_is_a_problem_and_its_neighbours_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "x").chmod(0)
    write(tmp_path / "b.jsonl", "x").chmod(0)
    write(tmp_path / "c.txt", "y")
    pages = list(read_pages([str(tmp_path)]))
    assert [page.content for page in pages] == [b"", b"", b"y"]
    assert all(page.problem and "permission" in page.problem.lower() for page in pages[:2])


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path / "b.txt", "x")
    assert [page.content for page in read_pages([str(tmp_path)])] == [b"x"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS allows no such names")
def test_a_file_name_that_is_no_utf_8_has_an_origin_that_is(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"x")
    (page,) = read_pages([str(tmp_path)])
    assert page.origin.endswith("/\ufffd.txt")


def test_a_huge_file_is_cut_and_its_neighbours_are_read(tmp_path: Path) -> None:
    for name in ("b.txt", "c.jsonl"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(50_000_000)
    write(tmp_path / "a.txt", "x")
    write(tmp_path / "d.txt", "y")
    with (tmp_path / "c.jsonl").open("ab") as file:
        file.write(b'\n{"text": "after"}\n')
    tracemalloc.start()
    read = [(page.origin[-4:], len(page.content)) for page in read_pages([str(tmp_path)])]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read == [(".txt", 1), (".txt", MAX_PAGE_BYTES + 1), ("nl#1", MAX_PAGE_BYTES + 1), ("nl#2", 5), (".txt", 1)]
    assert peak < 5 * MAX_PAGE_BYTES


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text": "' + b"word " * 20_000 + b'"}\n')
    path.write_bytes(path.read_bytes() * 200)
    tracemalloc.start()
    count = sum(1 for _ in read_pages([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 200
    assert peak < 2_000_000


def test_count_pages_counts_files_and_lines(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "x")
    write(tmp_path / "b.jsonl", '{"text": "a"}\n{"text": "b"}')
    write(tmp_path / "c.jpg", "x")
    assert count_pages([str(tmp_path), str(tmp_path / "c.jpg"), str(tmp_path / "b.jsonl")]) == 6


def test_count_pages_does_not_touch_standard_input() -> None:
    assert count_pages(["-"]) is None


def test_count_pages_of_nothing_is_zero_as_is_what_is_read() -> None:
    assert count_pages([]) == 0
    assert list(read_pages([])) == []
