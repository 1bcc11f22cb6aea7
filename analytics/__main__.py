"""python -m analytics check | score | report: scores and findings of forms, reports of a store."""

import click

from analytics.commands.check import check
from analytics.commands.cluster import cluster
from analytics.commands.keep import keep
from analytics.commands.report import report
from analytics.commands.score import score


@click.group()
def main() -> None:
    """复算得分、核查自评表 · recompute scores and check forms."""


for command in (check, score, keep, cluster, report):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="python -m analytics")
