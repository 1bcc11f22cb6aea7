"""The bounds that charts draw, as the schemes state them: execution below 80% lags, below 90% is to be explained."""

from decimal import Decimal

LAGGING_RATE = Decimal("0.8")
EXPLAINED_RATE = Decimal("0.9")
LOW_SCORE_RATE = Decimal("0.8")
EXCELLENT_SCORE = Decimal(90)
SMALL_NUMBER = 3  # below so many forms a comparison says little
