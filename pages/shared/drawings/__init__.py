"""The few kinds of charts, each a pure function of plain values. One look, direct labels, no legends.

Names stand above their bars, so that long names and narrow screens agree; positions are numbers, never names,
because two projects may share a name. Every clickable mark carries its ids as customdata.
"""

from pages.shared.drawings.bars import bars, pairs
from pages.shared.drawings.fields import field, heat, years
from pages.shared.drawings.parts import Bar, Cell, Dot, Ids, Line, safe, shorten, to

__all__ = ["Bar", "Cell", "Dot", "Ids", "Line", "bars", "field", "heat", "pairs", "safe", "shorten", "to", "years"]
