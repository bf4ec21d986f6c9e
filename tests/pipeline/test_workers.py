"""Several processes give what one gives, in the same order, and end when they are told to."""

from __future__ import annotations

import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import sleep
from typing import cast

import pytest

from dragoman.cli import main
from dragoman.errors import DragomanError
from dragoman.pipeline import read_many
from dragoman.pipeline.stages import MakeStages
from dragoman.store import open_for_reading
from dragoman.values.page import RawPage

TEXTS = {
    "a.txt": "OSLO, May 19 - Norwegian Foreign Minister Kari Nordmann met Chilean President Juan Soto in Oslo on 18 May 2023.\n",
    "b.txt": "SANTIAGO, June 2, 2023 - Chile and Norway signed an agreement on fishing quotas in Santiago on Thursday.\n",
    "c.txt": "STOCKHOLM, June 5, 2023 - Swedish Prime Minister Nils Berg will visit Denmark next week.\n",
    "d.txt": "",
    "e.txt": "Trade between Norway and Chile reached $5 million in 2022, Norwegian Trade Minister Per Dahl said.\n",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def export(capfd: pytest.CaptureFixture[str], record: Path, *paths: Path, workers: int = 1) -> str:
    assert main(["read", *map(str, paths), "--record", str(record), "--workers", str(workers), "--quiet"]) == 0
    assert main(["export", "--record", str(record)]) == 0
    return capfd.readouterr().out


def test_export_has_the_same_bytes_for_one_worker_two_workers_and_any_order(
    capfd: pytest.CaptureFixture[str], news: Path, tmp_path: Path
) -> None:
    one = export(capfd, tmp_path / "one.db", news)
    two = export(capfd, tmp_path / "two.db", news, workers=2)
    turned = export(capfd, tmp_path / "turned.db", *sorted(news.iterdir(), reverse=True))
    assert one.count('"kind":"article"') == 4
    assert '"kind":"encounter"' in one
    assert one == two == turned


def test_an_error_while_workers_load_reaches_the_caller_in_its_own_words() -> None:
    cannot_load = cast("MakeStages", partial(open_for_reading, Path("none.db")))  # anything that a worker can import and that fails
    with pytest.raises(DragomanError, match=r"no record at 'none.db'"):
        next(iter(read_many([RawPage(origin="a", content="Rain.")], workers=2, make_stages=cannot_load)))


def test_ctrl_c_ends_a_run_with_its_own_status_and_keeps_what_was_written(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    line = '{{"text": "Norwegian Foreign Minister Kari Nordmann met Chilean President Juan Soto in Oslo on {} May 2023. They talked."}}\n'
    news.write_text("".join(line.format(f"{number % 30 + 1} ({number})") for number in range(20_000)), encoding="utf-8")
    record = tmp_path / "r.db"
    command = [sys.executable, "-m", "dragoman.cli", "read", str(news), "--record", str(record), "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        for _ in range(600):
            sleep(0.1)
            if record.with_name("r.db-wal").exists() and record.with_name("r.db-wal").stat().st_size > 400_000:
                break
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "interrupted; what was written stays" in err
    assert "Traceback" not in err
    exported = subprocess.run([sys.executable, "-m", "dragoman.cli", "export", "--record", str(record)], capture_output=True, check=True)
    assert exported.stdout.count(b'"kind":"article"') % 32 == 0  # whole batches
    assert exported.stdout
