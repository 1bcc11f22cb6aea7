"""Precision and recall of every rule on seeded errors: python -m tests.benchmarks.recover_seeded"""

import random
from collections import Counter

import click

from analytics.session import open_session_on
from tests.analytics.clean_forms import clean_form, seeded


@click.command()
@click.option("--forms", default=500, show_default=True, help="clean forms, and as many with one error each")
@click.option("--seed", default=12, show_default=True)
def main(forms: int, seed: int) -> None:
    """Recall: seeded errors that their rule found. The last column counts false accusations: hits in clean forms."""
    rng = random.Random(seed)
    planted = [seeded(rng, at) for at in range(forms)]
    filed = [filing for _, _, _, filing in planted] + [clean_form(rng, forms + at) for at in range(forms)]
    rows = (
        open_session_on(filed, wanted=("finding",))
        .execute("select rule, severity, evaluation, n from finding")
        .fetchall()
    )
    said = {(rule, evaluation, n) for rule, _, evaluation, n in rows}
    wanted = Counter(rule for _, rule, _, _ in planted)
    recalled = Counter(
        rule for at, (_, rule, n, _) in enumerate(planted, 1) if said & {(rule, at, n), (rule, at, None)}
    )
    found = Counter(rule for rule, *_ in rows)
    in_clean = Counter(rule for rule, _, evaluation, _ in rows if evaluation > forms)
    click.echo(f"{'rule':34}{'planted':>8}{'found':>8}{'recall':>9}{'hits':>7}{'in clean forms':>16}")
    for rule in sorted(wanted | found):
        share = f"{recalled[rule] / wanted[rule]:.1%}" if wanted[rule] else "–"
        click.echo(f"{rule:34}{wanted[rule]:8}{recalled[rule]:8}{share:>9}{found[rule]:7}{in_clean[rule]:16}")


if __name__ == "__main__":
    main()
