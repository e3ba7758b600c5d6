"""One LibreOffice for all tests of this folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

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
    """LibreOffice, in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def resolve(self, action: str, document: Path, saved: Path) -> None:
        """Open a Word document, `accept` or `reject` all of its changes (or `keep` them), and save it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([action, str(document), str(saved)]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "LibreOffice ended on this document"
        assert json.loads(answer) is True

    def pages(self, document: Path, folder: Path) -> list[str]:
        """The text of each page of a document, workbook or presentation as it is printed."""
        printed = folder / f"{document.name}.pdf"
        self.resolve("print", document, printed)
        return [page.extract_text() for page in PdfReader(printed).pages]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """A running LibreOffice; tests that need it are skipped where it is not installed."""
    python = python_with_uno()
    if SOFFICE is None or python is None:
        pytest.skip("LibreOffice Writer with its Python (libreoffice-writer, python3-uno) is not installed")
    script, folder = Path(__file__).with_name("writer_process.py"), tmp_path_factory.mktemp("office")
    command = [python, str(script), SOFFICE, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield LibreOffice(process)
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="session")
def whole_office(libreoffice: LibreOffice) -> LibreOffice:
    """A running LibreOffice that opens workbooks and presentations too."""
    assert SOFFICE is not None
    programs = Path(SOFFICE).resolve().parent
    for library, package in (("libsclo.so", "libreoffice-calc"), ("libsdlo.so", "libreoffice-impress")):
        if not (programs / library).exists():
            pytest.skip(f"{package} is not installed")
    return libreoffice
