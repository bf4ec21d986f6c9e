"""Data files are read whole and strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook.tables import read_rows, read_table
from dragoman.errors import DataFileError


def test_read_rows_skips_notes_and_counts_every_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('# a note\ncode,label\n\n057,"sign, formally"\n', encoding="utf-8")
    assert list(read_rows(path, ("code", "label"))) == [(4, ("057", "sign, formally"))]


@pytest.mark.parametrize(("text", "line"), [("code\n1\n", 1), ("code,label\n1\n", 2)])
def test_read_rows_names_the_line_of_a_wrong_row(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        list(read_rows(path, ("code", "label")))
    assert caught.value.line == line


def test_read_table_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read"):
        read_table(tmp_path / "none.toml")
