"""The Sustainable Development Goals by their short titles (A/RES/70/1), for people; the IRIs are the UN's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GOALS: Mapping[str, str] = {
    "1": "No poverty",
    "2": "Zero hunger",
    "3": "Good health and well-being",
    "4": "Quality education",
    "5": "Gender equality",
    "6": "Clean water and sanitation",
    "7": "Affordable and clean energy",
    "8": "Decent work and economic growth",
    "9": "Industry, innovation and infrastructure",
    "10": "Reduced inequalities",
    "11": "Sustainable cities and communities",
    "12": "Responsible consumption and production",
    "13": "Climate action",
    "14": "Life below water",
    "15": "Life on land",
    "16": "Peace, justice and strong institutions",
    "17": "Partnerships for the goals",
}


def goal_label(notation: str) -> str:
    """Return what to call a goal or target.

    >>> goal_label("16"), goal_label("16.7")
    ('Goal 16: Peace, justice and strong institutions', 'Target 16.7')
    """
    return f"Goal {notation}: {GOALS[notation]}" if notation in GOALS else f"Target {notation}"
