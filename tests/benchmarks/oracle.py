"""Every view against the oracle on as many generated lines as wanted: python -m tests.benchmarks.oracle"""

import random

import click

from tests.analytics.against_oracle import SCHEMES, VIEWS, differences
from tests.analytics.random_forms import random_forms


@click.command()
@click.option("--lines", default=50_000, show_default=True, help="generated lines, under each scheme")
@click.option("--seed", default=1, show_default=True)
@click.option("--show", default=5, show_default=True, help="how many differences to print")
def main(lines: int, seed: int, show: int) -> None:
    """Print how many rows differ, under each scheme."""
    for scheme in SCHEMES:
        forms = random_forms(random.Random(seed), lines)
        found = list(differences(forms, scheme))
        click.echo(
            f"{scheme or 'own'}: {lines} lines, {len(forms)} forms, {len(VIEWS)} views, {len(found)} differences"
        )
        for sentence in found[:show]:
            click.echo(f"  {sentence}")


if __name__ == "__main__":
    main()
