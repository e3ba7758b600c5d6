"""The example package, amended once."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline


@pytest.fixture(scope="session")
def example() -> redline.Amended:
    folder = Path(__file__).resolve().parents[4] / "examples" / "migration-2026"
    return redline.amend(redline.load_spec(folder / "migration-2026.yaml"))
