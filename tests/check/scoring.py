"""How well claims are found: against texts annotated by hand, a claim is right if it overlaps, names the metric and has the value."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

PASSAGES = Path(__file__).with_name("passages.jsonl")


@dataclass(frozen=True, kw_only=True)
class Score:
    """How many claims were annotated, found, and both."""

    annotated: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of found claims that are right."""
        return self.right / self.found if self.found else 0

    @property
    def recall(self) -> float:
        """The share of annotated claims that are found."""
        return self.right / self.annotated if self.annotated else 0


def passages() -> list[dict]:
    """Returns the annotated texts."""
    return [json.loads(line) for line in PASSAGES.read_text("utf-8").splitlines()]


def halves() -> tuple[list[dict], list[dict]]:
    """Returns the texts in two halves drawn by lot."""
    texts = passages()
    Random(26).shuffle(texts)
    return texts[::2], texts[1::2]


def score(texts: Iterable[dict], extract: Callable[[str], list], say: Callable[[str], None] | None = None) -> Score:
    """Compares what is found in texts with what is annotated; `say` is told of every difference."""
    annotated = found = right = 0
    for text in texts:
        wanted, claims = _placed(text), extract(text["text"])
        annotated, found = annotated + len(wanted), found + len(claims)
        for claim in claims:
            same = next((one for one in wanted if _same(one, claim)), None)
            if same:
                right += 1
                wanted.remove(same)
            elif say:
                say(f"{text['id']} found {claim.metric} {claim.value} {claim.unit}: {claim.span}")
        for one in wanted if say else ():
            say(f"{text['id']} missed {one[2]} {one[3]}: {text['text'][one[0] : one[1]]}")
    return Score(annotated=annotated, found=found, right=right)


def _placed(text: dict) -> list[tuple[int, int, str, float]]:
    """The annotated claims with the places of their words; words that occur twice are taken in turn."""
    places, used = [], {}
    for claim in text["claims"]:
        words, value = claim["span"], (claim["metric"], claim["value"])
        after = used.get((words, value), 0)
        start = text["text"].index(words, after)
        used[words, value] = start + 1
        places.append((start, start + len(words), *value))
    return places


def _same(one: tuple[int, int, str, float], claim: object) -> bool:
    return one[0] < claim.end and claim.start < one[1] and one[2] == claim.metric and abs(one[3] - claim.value) < 1e-9
