-- zh: 没有达到指标值,也没有写明原因。
-- en: The target was not reached and no reason is given.
-- severity: warning
-- reference: 表内注 4
-- zh-todo: 在“偏差原因分析及改进措施”中写明原因。
-- en-todo: Say why in the column for deviations.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    cast(cast(i.points_cents - i.recomputed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
where i.points_cents > 0
  and i.reason_blank
  and (i.falls_short or (i.rule = 'cost' and i.filed_cents < i.points_cents - i.tolerance_cents));
