"""Every benchmark, one process each; ends with 1 when a bound of any is missed."""

import subprocess
import sys

BENCHMARKS = ("importing", "starting", "filtering", "crowd", "memory", "planning", "meeting", "exporting", "checking")


def main() -> int:
    """Runs them one after another, so that none disturbs another."""
    missed = []
    for name in BENCHMARKS:
        print(f"{name}:", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False).returncode:
            missed.append(name)
    print(f"Missed: {', '.join(missed)}" if missed else "Every bound is kept.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
