"""Presets that a configuration file may begin with: ``extend = "strict"`` or ``"relaxed"``."""

from __future__ import annotations

PRESETS: dict[str, dict[str, object]] = {
    # Everything there is, rules in preview too.
    "strict": {"preview": True},
    # Only what is plainly broken or left over; nothing on style.
    "relaxed": {"ignore": ["PAR", "PUN", "WRD"]},
}
"""The keys that each preset sets; a file's own keys replace them."""
