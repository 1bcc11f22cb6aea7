-- zh: 成本指标没有写明 ≤ 或 ≥,而实际值与指标值不同,无法判断是节约还是未完成。
-- en: A cost target has no operator and its actual differs: saved or not done cannot be told.
-- severity: warning
-- reference: 表内注 3
-- zh-todo: 在指标值前写明 ≤。
-- en-todo: Write ≤ in front of the target.
select
    i.evaluation,
    i.n,
    coalesce(i.target_cell, i.cell) as cell,
    cast(cast(i.high_cents - i.low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
where i.is_cost
  and i.points_cents > 0
  and not i.target_signed
  and coalesce(i.target_operator, '=') = '='
  and i.rule in ('cost', 'positive', 'zero')
  and i.actual_low_micro is distinct from i.target_micro;
