"""Writes the sample workbooks anew: `python -m data.samples [DIRECTORY]`."""

import sys
from pathlib import Path

from data.samples import HERE
from data.samples.workbooks import workbooks


def main(directory: Path) -> None:
    """Writes the workbooks into the directory."""
    for name, content in workbooks().items():
        (directory / name).write_bytes(content)
        print(f"{name} {len(content):,} 字节")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
