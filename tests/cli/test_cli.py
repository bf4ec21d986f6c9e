"""The command line does what its help says, fails in one line, and is readable when piped."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from time import perf_counter

import pytest
from rich.console import Console
from tests.builders import claim, document, person

from dragoman.cli import build_parser, main
from dragoman.cli.brief import load_brief, print_brief
from dragoman.cli.report import print_report, report_json
from dragoman.records import reconcile
from dragoman.store import Entry, Store
from dragoman.values.claim import Encounter, Kind, Place, Position
from dragoman.values.document import Rejection, RejectionReason
from dragoman.values.report import RunReport

TEXT = "President Boric met Prime Minister Støre in Oslo on 18 May 2023. They spoke of fish."
COMMANDS = ("read", "brief", "show", "export", "code", "demo", "score")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    made = document(TEXT, publisher="Tidende *Nord*")
    meeting = Encounter(
        type="meeting",
        parties=("CHL", "NOR"),
        participants=(person("Gabriel Boric", "president", "CHL"), person("Jonas Støre", "prime minister", "NOR")),
        place=Place(name="Oslo", country="NOR"),
    )
    claims = (
        claim(meeting, words="Boric met Prime Minister Støre", start=TEXT.index("Boric"), article=made.id, date="2023-05-18"),
        claim(meeting, words="They spoke", start=TEXT.index("They"), article=made.id),
        claim(Position(person="Gabriel Boric", office="president", country="CHL"), words="President Boric", article=made.id),
    )
    path = tmp_path / "r.db"
    with Store(path, reader="1") as store:
        store.write([Entry(document=made, claims=claims, records=reconcile(claims))])
    return path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    out, err = capsys.readouterr()
    return status, out, err


def test_brief_is_plain_when_piped(capsys: pytest.CaptureFixture[str], record: Path) -> None:
    status, out, err = run(capsys, "brief", "Chile", "norwegian", "--record", str(record))
    assert (status, err) == (0, "")
    assert [re.sub(r" r[0-9a-f]{6}$", " ID", line) for line in out.splitlines()] == [
        "Chile – Norway",
        "1 record from 1 article, 2023-05-18",
        "",
        "2023-05-18  met: Gabriel Boric (president, CHL) – Jonas Støre (prime minister, NOR), Oslo [1][2] ID",
        "",
        "Offices",
        "Gabriel Boric, president of Chile [1] ID",  # the words overlap: one quotation
        "",
        "Sources",
        "[1] Tidende *Nord*: “President Boric met Prime Minister Støre”",
        "[2] Tidende *Nord*: “They spoke”",
    ]


def test_brief_writes_markdown_with_footnotes(capsys: pytest.CaptureFixture[str], record: Path) -> None:
    _, out, _ = run(capsys, "brief", "CHL", "NOR", "--format", "md", "--record", str(record))
    assert out.startswith("# Chile – Norway\n\n")
    assert "- **2023-05-18** met: Gabriel Boric (president, CHL) – Jonas Støre (prime minister, NOR), Oslo[^1][^2]\n" in out
    assert "\n[^1]: Tidende \\*Nord\\*: “President Boric met Prime Minister Støre”\n" in out


@pytest.mark.parametrize("width", [40, 100])
def test_brief_keeps_to_the_width_of_the_terminal(record: Path, width: int) -> None:
    console = Console(width=width, record=True, force_terminal=True, file=StringIO())
    print_brief(load_brief(record, "CHL", "NOR"), console)
    text = console.export_text()
    assert max(len(line.rstrip()) for line in text.splitlines()) <= width
    assert "[1][2]" in text


def test_show_marks_the_cited_words(capsys: pytest.CaptureFixture[str], record: Path) -> None:
    _, exported, _ = run(capsys, "export", "--record", str(record))
    meeting = next(row for row in map(json.loads, exported.splitlines()) if row["kind"] == "encounter")
    status, out, _ = run(capsys, "show", meeting["id"][:8], "--record", str(record))
    assert status == 0
    assert out.startswith(f"{meeting['id']}  encounter\nmet: Gabriel Boric")
    assert "\n  President «Boric met Prime Minister Støre» in Oslo on 18 May 2023.\n" in out
    assert "\n  «They spoke» of fish.\n" in out
    assert "date          2023-05-18 (stated)" in out
    assert "frame.meet (1)" in out


def test_show_why_names_the_rule_and_the_words_of_each_field(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "LIMA, 4 June 2020 - Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas in Lima on Wednesday."
    )
    record = tmp_path / "why.db"
    assert run(capsys, "read", str(article), "--record", str(record), "--quiet")[0] == 0
    _, exported, _ = run(capsys, "export", "--record", str(record))
    meeting = next(row for row in map(json.loads, exported.splitlines()) if row["kind"] == "encounter")
    status, out, _ = run(capsys, "show", meeting["id"], "--why", "--record", str(record))
    assert status == 0
    assert "  type          meeting: meeting.meet: «met»\n" in out
    assert "  date          2020-06-03: named in the sentence: «Wednesday»\n" in out


def test_export_writes_the_same_to_a_file_as_to_the_screen(capsys: pytest.CaptureFixture[str], record: Path, tmp_path: Path) -> None:
    _, out, _ = run(capsys, "export", "--record", str(record))
    assert run(capsys, "export", "--record", str(record), "--output", str(tmp_path / "out.jsonl")) == (0, "", "")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == out
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["article", "position", "encounter"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("brief", "Atlantis", "Norway"), "no state or organisation is called 'Atlantis'"),
        (("brief", "Oslo", "Norway"), "a brief needs two parties"),
        (("brief", "Norway", "Fiji"), "holds nothing about Norway and Fiji"),
        (("show", "rffffffffffffffff0"), "no record has an id"),
        (("export", "--output", "no/such/folder/x.jsonl"), "cannot write"),
    ],
)
def test_errors_are_one_line_and_exit_one(capsys: pytest.CaptureFixture[str], record: Path, argv: tuple[str, ...], message: str) -> None:
    status, out, err = run(capsys, *argv, "--record", str(record))
    assert (status, out) == (1, "")
    assert err.startswith("dragoman: ")
    assert message in err
    assert err.count("\n") == 1


def test_a_missing_record_is_an_error_that_names_the_way_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, "export", "--record", str(tmp_path / "none.db"))
    assert status == 1
    assert "dragoman read PATH --record" in err


@pytest.mark.parametrize("argv", [(), ("speak",), ("read",), ("read", "x", "--workers", "0"), ("brief", "NOR")])
def test_wrong_usage_exits_two(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert "usage: dragoman" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert f"Example: dragoman {command}" in " ".join(capsys.readouterr().out.split())


def test_parser_knows_every_command() -> None:
    [choices] = (action.choices for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert tuple(choices) == COMMANDS


def test_help_answers_at_once() -> None:
    begin = perf_counter()
    done = subprocess.run([sys.executable, "-m", "dragoman.cli", "--help"], capture_output=True, check=True, text=True)
    assert perf_counter() - begin < 0.5
    assert done.stderr == ""


def test_importing_dragoman_is_quick_and_silent() -> None:
    program = "import sys, dragoman; dragoman.Reader; print(sorted({'spacy', 'numpy', 'rich', 'sqlite3'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("['sqlite3']\n", "")


def test_a_reader_that_goes_away_ends_an_export_quietly(record: Path) -> None:
    command = f"{sys.executable} -m dragoman.cli export --record {record} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")


REPORT = RunReport(
    read=3,
    unchanged=1,
    silent=1,
    words=1234,
    rejected=((RejectionReason.EMPTY, 2),),
    rejections=(Rejection(reason=RejectionReason.EMPTY, origin="x.txt", detail="found no text"),),
    claims=((Kind.ENCOUNTER, 5),),
    records=((Kind.ENCOUNTER, 4),),
    uncertain=(("party not resolved", 7),),
    elapsed_s=1.5,
)


def test_report_says_what_a_run_did(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as file:
        print_report(REPORT, Path("r.db"), Console(file=file, width=100, highlight=False))
    text = (tmp_path / "out").read_text(encoding="utf-8")
    rows = [" ".join(row.split()) for row in text.splitlines()]
    assert "articles read 3 1,234 words, 2.0 a second" in rows
    assert "not read: empty 2" in rows
    assert "encounter 4 from 5" in rows
    assert "party not resolved 7" in rows
    assert "x.txt: empty: found no text" in rows
    assert "… and 1 more" in rows


def test_report_as_json_counts_by_name() -> None:
    told = json.loads(report_json(REPORT))
    assert (told["pages"], told["read"], told["rejected"], told["records"]) == (6, 3, {"empty": 2}, {"encounter": 4})
    assert told["uncertain"] == {"party not resolved": 7}
