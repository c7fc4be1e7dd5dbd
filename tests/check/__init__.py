"""Tests of the figure check."""
