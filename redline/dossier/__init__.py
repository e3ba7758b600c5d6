"""The dossier: the documents under review in one YAML file, and what is read from them."""

from __future__ import annotations

from redline.dossier.finding import find_dossier
from redline.dossier.reader import load_dossier
from redline.dossier.schema import build_dossier_schema

__all__ = ["build_dossier_schema", "find_dossier", "load_dossier"]
