"""Facts of any size, always the same: python -m tests.benchmarks.generated_facts --lines 1000000 --store DIR

Some hundred random forms with every kind of line, then copies of them: other forms, departments and projects, the
same texts. Real counties write more different texts, and fewer hostile figures.
"""

import random
from pathlib import Path

import click
import duckdb

from data.facts import Filed, create_tables, insert_evaluations
from data.store import Generation, Store
from tests.analytics.random_forms import random_forms

BASE_LINES = 6_000
COPIES_PER_DEPARTMENT = 10
COPY = {
    "document": "select 'generated-' || c.k, '生成' || c.k || '.xlsx', timestamp '2023-01-01', 'made' from copy as c",
    "evaluation": "select b.* replace (b.evaluation + c.k * {forms} as evaluation, 'generated-' || c.k as document,"
    " b.place || '#' || b.evaluation as place, b.department || (c.k // {together}) as department,"
    " b.project || '第' || c.k || '批' as project) from copy as c, base.evaluation as b",
    "funding": "select b.* replace (b.evaluation + c.k * {forms} as evaluation) from copy as c, base.funding as b",
    "indicator": "select b.* replace (b.evaluation + c.k * {forms} as evaluation) from copy as c, base.indicator as b",
}


def generate(store: Store, lines: int) -> Generation:
    """A published generation of at least so many lines."""
    with store.locked(), store.building(anew=True) as (connection, path):
        forms, made = fill_base(connection)
        connection.execute(f"create temp table copy as select k from range({-(-lines // made)}) as r(k)")
        for table, select in COPY.items():
            sql = select.format(forms=forms, together=COPIES_PER_DEPARTMENT)
            connection.execute(f"insert into facts.{table} {sql}")
        connection.execute("detach base")
        return store.publish(connection, path, anew=True)


def fill_base(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """The catalogue `base` with the random forms; how many forms and lines they are."""
    forms = random_forms(random.Random(1), BASE_LINES)
    connection.execute("attach ':memory:' as base")
    connection.execute("use base")
    create_tables(connection)
    connection.execute("use facts")
    insert_evaluations(connection, "base", [Filed(at, "", 1, None, "", form) for at, form in enumerate(forms, 1)])
    return len(forms), sum(len(form.indicators) for form in forms)


@click.command()
@click.option("--lines", default=1_000_000, show_default=True)
@click.option("--store", required=True, type=click.Path(file_okay=False, path_type=Path))
def main(lines: int, store: Path) -> None:
    """Publish a generation of so many lines."""
    generation = generate(Store(store), lines)
    click.echo(f"{generation.counts['evaluation']} forms, {generation.counts['indicator']} lines")


if __name__ == "__main__":
    main()
