"""What memory the server holds after many different reruns. `python -m tests.benchmarks.page_memory [RERUNS]`.

Five visitors in two languages open every page under changing years, departments and schemes, 500 times in all. The
caches are bounded, so the second half should add little to the first.
"""

import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from analytics.schemes.loader import schemes
from data.store import Store, attach
from tests.benchmarks.visits import MEASURED, demo_store, resident_mb, visiting
from tests.browser.dashboard import Dashboard, started

VISITORS, RERUNS, STEPS = 5, 500, 5
SEED = 2024


def main() -> None:
    reruns = int(sys.argv[1]) if len(sys.argv) > 1 else RERUNS
    with TemporaryDirectory() as folder, started(demo_store(), Path(folder, "log")) as dashboard:
        tell(dashboard, 0)
        visit(dashboard, reruns)


def visit(dashboard: Dashboard, reruns: int) -> None:
    with ExitStack() as stack:
        visitors = [stack.enter_context(visiting(dashboard.url)) for _ in range(VISITORS)]
        asked = queries(dashboard.store)
        for at in range(1, reruns + 1):
            visitors[at % VISITORS].run(*next(asked))
            if at % (reruns // STEPS) == 0:
                tell(dashboard, at)


def queries(store: Path) -> Iterator[tuple[str, str]]:
    """Pages and addresses without end, as visitors may ask for them."""
    rng, (years, departments, evaluations) = random.Random(SEED), held(store)
    while True:
        asked = {"lang": rng.choice(("zh", "en")), "year": rng.choice(years)}
        if rng.random() < 0.5:
            asked["department"] = rng.choice(departments)
        if rng.random() < 0.2:
            asked["scheme"] = rng.choice(schemes()).scheme
        page = rng.choice(MEASURED)
        if page == "form":
            asked["evaluation"] = rng.choice(evaluations)
        yield page, urlencode(asked)


def held(store: Path) -> list[list[object]]:
    """Years, departments and forms of the store."""
    generation = Store(store).current()
    if generation is None:
        raise SystemExit(f"{store} holds nothing yet")
    with attach(generation) as connection:
        sql = "select distinct {0} from facts.evaluation where {0} is not null order by 1"
        names = ("year", "department", "evaluation")
        return [[row[0] for row in connection.execute(sql.format(name)).fetchall()] for name in names]


def tell(dashboard: Dashboard, reruns: int) -> None:
    used = resident_mb(dashboard.process)
    print(f"after {reruns:4} reruns   {'unknown' if used is None else f'{used:5.0f} MB'}", flush=True)


if __name__ == "__main__":
    main()
