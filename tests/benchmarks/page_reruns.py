"""How long the server takes to rerun each page of the fictional county. `python -m tests.benchmarks.page_reruns`.

What is timed is one whole run of the script, from the request to the last message, without drawing. The first run of
each page, which fills the caches, is printed apart. Processor time is printed beside: on a busy machine it is the
steadier figure. Goals: median at most 100 ms, 95 % within 200 ms.
"""

import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.visits import MEASURED, cpu_ms, demo_store, visiting
from tests.browser.dashboard import Dashboard, started

RUNS = 25


def main() -> None:
    pages = tuple(sys.argv[1:]) or MEASURED
    with TemporaryDirectory() as folder, started(demo_store(), Path(folder, "log")) as dashboard:
        everything = [one for name in pages for one in _timed(dashboard, name)]
    print(f"{'all pages':12} {_words(everything)}")


def _timed(dashboard: Dashboard, name: str) -> list[float]:
    with visiting(dashboard.url) as visitor:
        first = visitor.run(name)
        before = cpu_ms(dashboard.process)
        runs = [visitor.run(name) for _ in range(RUNS)]
        after = cpu_ms(dashboard.process)
    spent = "" if before is None or after is None else f"   processor {(after - before) / RUNS:5.0f} ms"
    print(f"{name:12} {_words(runs)}{spent}   first {first:5.0f} ms", flush=True)
    return runs


def _words(runs: list[float]) -> str:
    p95 = statistics.quantiles(runs, n=20, method="inclusive")[-1]
    return f"median {statistics.median(runs):5.0f} ms   p95 {p95:5.0f} ms"


if __name__ == "__main__":
    main()
