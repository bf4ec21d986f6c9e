"""The table of marks is checked when it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.documents import marks
from dragoman.documents.marks import load_marks, read_marks
from dragoman.errors import DataFileError

SHIPPED = Path(marks.__file__).with_name("marks.toml")


def test_the_shipped_table_is_read_once() -> None:
    assert load_marks() is load_marks()
    assert "question" in load_marks().speakers


@pytest.mark.parametrize(
    ("old", "new", "problem", "line"),
    [
        ("[stamp]", "[stamp", "", None),
        ("openers = [", "openings = [", "dateline.openers", None),
        ("[end]", "[ending]", "end.signatures", None),
        ("longest_chars = 300", "longest_chars = 0", "aside.longest_chars", None),
        ("[aside]", "[aside]\nextra = ['x']", "expected no aside.extra", None),
        (r"'https?://\S{1,280}$'", r"'https?://(\S{1,280}$'", "is no pattern", 1),
        ("'press release", "7, 'press release", "stamp.labels", None),
    ],
)
def test_a_broken_table_is_an_error_that_says_where(tmp_path: Path, old: str, new: str, problem: str, line: int | None) -> None:
    source = SHIPPED.read_text(encoding="utf-8")
    assert old in source
    path = tmp_path / "marks.toml"
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        read_marks(path)
    assert problem in caught.value.problem
    assert caught.value.file == "marks.toml"
    if line is not None:
        assert caught.value.line == 1 + source[: source.index(old)].count("\n")
