"""python -m analytics check | score | keep | gather | cluster | report: scores, findings and reports."""

import click

from analytics.commands.check import check
from analytics.commands.cluster import cluster
from analytics.commands.gather import gather
from analytics.commands.keep import keep
from analytics.commands.report import report
from analytics.commands.score import score


@click.group()
def main() -> None:
    """复算得分、核查自评表 · recompute scores and check forms."""


for command in (check, score, keep, gather, cluster, report):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="python -m analytics")
