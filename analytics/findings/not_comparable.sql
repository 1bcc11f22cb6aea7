-- zh: 实际值与指标值不是同一类数,无法比较。
-- en: The actual and the target are figures of different kinds and cannot be compared.
-- severity: warning
-- reference: 核查口径·读数
-- zh-todo: 用与指标值相同的单位填写实际值。
-- en-todo: Give the actual in the unit of the target.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    i.filed_score as points,
    i.actual as found,
    i.target as expected
from scored_indicator as i
where i.rule = 'not_comparable';
