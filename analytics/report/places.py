"""Where in a template something is wrong: the line and the words there."""

SHOWN = 24


class TemplateWrong(ValueError):
    """A template that cannot be read; the message is one Chinese sentence that names line, words and what is wanted."""

    def __init__(self, line: int, words: str, why: str) -> None:
        short = words.strip()[:SHOWN] + ("…" if len(words.strip()) > SHOWN else "")
        super().__init__(f"模板第 {line} 行“{short}”：{why}")
        self.line = line
