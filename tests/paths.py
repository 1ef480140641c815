"""Where the repository is, and what tests read in it and beside it."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
DOCUMENTS = ROOT / "documents"
SHARED = ROOT.parent / "shared"
