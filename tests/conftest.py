"""What all tests share: where the real Acts are, and where the fixtures are."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real Acts and instructions; tests that need it are skipped where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip(f"the corpus of real Acts is not at {CORPUS.name}/ beside the project")
    return CORPUS


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The invented Acts."""
    return ROOT / "fixtures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden", action="store_true", help="write the expected files of golden cases anew"
    )
