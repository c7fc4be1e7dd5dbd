"""How fast it is: each module here is one benchmark, `python -m tests.bench.NAME`; `python -m tests.bench` runs them all.

A benchmark prints what it measured beside its target and its bound and ends with 1 when a bound is
missed. None is a test: what a test can hold of speed (no query in a warm run, imports before the
first session) stands in tests/contracts.
"""
