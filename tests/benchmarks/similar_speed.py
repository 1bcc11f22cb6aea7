"""How long the search for repeated texts takes, and what it finds: python -m tests.benchmarks.similar_speed"""

import random
from collections.abc import Iterator
from time import perf_counter

import click

from analytics.similar import Passage, similar

LETTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 2000)]
KINDS = (("goal", 60, 1), ("reached", 60, 1), ("name", 24, 4), ("reason", 26, 2))  # (kind, characters, texts a form)


def passages(rng: random.Random, kind: str, letters: int, count: int) -> Iterator[tuple[Passage, bool]]:
    """Texts half of which are wording that many share; one in a hundred repeats an earlier one but for one letter."""
    wording = ["".join(rng.choices(LETTERS, k=letters // 3)) for _ in range(20)]
    texts: list[str] = []
    for at in range(count):
        copied = bool(texts) and rng.random() < 0.01
        own = "".join(rng.choices(LETTERS, k=letters - letters // 3))
        text = rng.choice(texts)[:-1] + rng.choice(LETTERS) if copied else rng.choice(wording) + own
        texts.append(text)
        project = "".join(rng.choices(LETTERS, k=8))
        yield Passage(kind, 2022, at, None, project, project, text), copied


@click.command()
@click.option("--forms", default=10_000, show_default=True)
def main(forms: int) -> None:
    """Print seconds, planted copies and copies found, by kind of text."""
    for kind, letters, each in KINDS:
        made = list(passages(random.Random(1), kind, letters, forms * each))
        started = perf_counter()
        found = {row[1] for row in similar([passage for passage, _ in made])}
        seconds = perf_counter() - started
        planted = {passage.evaluation for passage, copied in made if copied}
        click.echo(
            f"{kind:8} {len(made):7} texts {seconds:6.2f} s, planted {len(planted)},"
            f" found {len(planted & found)}, others {len(found - planted)}"
        )


if __name__ == "__main__":
    main()
