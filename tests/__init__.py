"""Tests of speechlint."""
