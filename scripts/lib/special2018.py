"""Placeholders with a story, so that every gate of the policy has somebody to stop; only made-up projects."""

SPECIAL = {}
