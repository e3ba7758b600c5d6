"""The example package, amended once."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline


@pytest.fixture(scope="session")
def example() -> redline.Amended:
    folder = Path(__file__).resolve().parents[4] / "fixtures"
    return redline.amend(redline.load_spec(folder / "migration-2026.yaml"))
