"""Reading on a cluster: a real scheduler and two workers as processes of their own, one of them killed half-way."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.ingest import ingesting, progress
from extractors.ingest.run import Ingest
from extractors.ingest.sought import find
from extractors.limits import Limits
from minutes.database import CannotStore, open_database
from tests import ingest_cases
from tests.test_ingest import whole, write

pytest.importorskip("distributed")
from extractors.ingest.cluster import Cluster

ROOT = Path(__file__).parent.parent


def start(*arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def end(process: subprocess.Popen) -> None:
    """Kill a worker and the reader it has begun."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    file = tmp_path_factory.mktemp("dask") / "scheduler.json"
    process = start("scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file))
    deadline = time.monotonic() + 30
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    yield json.loads(file.read_text())["address"]
    end(process)


@pytest.fixture
def workers(scheduler):
    arguments = (scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    processes = [start("worker", *arguments) for _ in range(2)]
    yield processes
    for process in processes:
        if process.poll() is None:
            end(process)


def test_with_one_worker_killed_half_way_all_is_stored_as_at_home(scheduler, workers, tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    write(folder, **{f"n{i:02}": "slow" for i in range(16)}, bad="die", late="hang", fine="et")
    cluster = Cluster(scheduler, Limits(timeout_s=1.5), ingest_cases.work)
    cluster.client.wait_for_workers(2, timeout=30)

    class Killing(progress.Plain):
        def file(self, path: str, state: str, reason: str = "", pages: int = 0) -> None:
            super().file(path, state, reason, pages)
            if self.done == 5:
                end(workers[0])

    said = Ingest(open_database(tmp_path / "m.db"), Killing(print)).run(find([folder]), cluster)
    assert said.read == 17
    assert {Path(path).name: reason for path, reason in said.failed} == {
        "bad.txt": "læsningen stoppede uventet (signal 9)",
        "late.txt": "ikke læst færdig på 1,5 sekunder; giv den mere tid med --timeout",
    }
    assert whole(tmp_path / "m.db") == 17


def test_a_cluster_that_is_not_there_gives_one_line_and_no_database(monkeypatch, tmp_path):
    monkeypatch.setattr("extractors.ingest.cluster.CONNECT_S", 0.2)
    write(tmp_path, fine="et")
    with pytest.raises(CannotStore, match="svarer ikke") as said:
        ingesting.run((tmp_path,), tmp_path / "m.db", Limits(), print, cluster="tcp://127.0.0.1:9")
    assert "\n" not in str(said.value)
    assert not (tmp_path / "m.db").exists()


@pytest.mark.parametrize("address", ["nonsense", "http://127.0.0.1:8786", "tcp://", "scheduler", "tcp://scheduler:port", ""])
def test_what_is_no_address_of_a_cluster_is_not_asked_for(address, monkeypatch):
    monkeypatch.setattr("distributed.Client", lambda *__, **___: pytest.fail("asked for"))
    with pytest.raises(CannotStore, match="tcp://scheduler:8786"):
        Cluster(address, Limits())
