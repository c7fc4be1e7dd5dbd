"""Tests, each a sentence that is true of the product."""
