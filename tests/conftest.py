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
    parser.addoption(
        "--report-skipped-components",
        action="store_true",
        help="fail where a test was skipped because a component is not installed (for CI)",
    )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """On CI a test that needs a real component (a browser) may not be skipped."""
    if not session.config.getoption("--report-skipped-components"):
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter is not None else []
    missing = [str(report.longrepr) for report in skipped if "is not installed" in str(report.longrepr)]
    if missing and exitstatus == 0:
        session.exitstatus = 1
        print("\nskipped for want of a component that CI must have:", *missing, sep="\n  ")
