-- zh: 实际值是约数,没有准确的数。
-- en: The actual is approximate; the exact figure is not given.
-- severity: note
-- reference: 核查口径·一致性
-- zh-todo: 填写准确的数。
-- en-todo: Fill in the exact figure.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    cast(cast(i.high_cents - i.low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
where i.actual_kind = 'approximate';
