"""The templates that come with the product, by name; an office may keep its own text of each as a setting."""

from pathlib import Path

FOLDER = Path(__file__).parent

TEMPLATES: dict[str, str] = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
