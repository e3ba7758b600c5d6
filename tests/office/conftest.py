"""One LibreOffice for all tests of this folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOFFICE = next((path for name in ("soffice", "libreoffice") if (path := shutil.which(name))), None)
PYTHONS = ("/usr/bin/python3", sys.executable)
"""Where `uno` may be: Debian installs it for the system's own Python."""


def python_with_uno() -> str | None:
    """The Python that can talk to LibreOffice, if there is one."""
    for python in PYTHONS:
        if (
            Path(python).exists()
            and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode
        ):
            return python
    return None


class LibreOffice:
    """LibreOffice Writer, in a process of its own.

    It sometimes ends after hundreds of documents; a document on which it ends twice is at fault.
    """

    def __init__(self, command: list[str], folder: Path) -> None:
        self._command = command
        self._folder = folder
        self._started = 0
        self._process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        self._started += 1
        profile = self._folder / str(self._started)
        profile.mkdir()
        return subprocess.Popen(
            [*self._command, str(profile)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def resolve(self, action: str, document: Path, saved: Path) -> None:
        """Open a Word document, `accept` or `reject` all of its changes (or `keep` them), and save it."""
        answer = self._ask(action, document, saved)
        if not answer:
            self.close()
            self._process = self._start()
            answer = self._ask(action, document, saved)
        assert answer, "LibreOffice ends on this document"
        assert json.loads(answer) is True

    def _ask(self, *question: str | Path) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps([str(part) for part in question]) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return ""
        return self._process.stdout.readline()

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """A running LibreOffice; tests that need it are skipped where it is not installed."""
    python = python_with_uno()
    if SOFFICE is None or python is None:
        pytest.skip("LibreOffice Writer with its Python (libreoffice-writer, python3-uno) is not installed")
    command = [python, str(Path(__file__).with_name("writer_process.py")), SOFFICE]
    running = LibreOffice(command, tmp_path_factory.mktemp("office"))
    yield running
    running.close()
