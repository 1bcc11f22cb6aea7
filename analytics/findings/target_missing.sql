-- zh: 没有填写年度指标值,却设有分值。
-- en: No target is filled in, yet points are set.
-- severity: error
-- reference: 表内年度指标值(A)
-- zh-todo: 补填指标值。
-- en-todo: Fill in the target.
select
    i.evaluation,
    i.n,
    coalesce(i.target_cell, i.cell) as cell,
    i.filed_score as points,
    cast(null as varchar) as found,
    cast(null as varchar) as expected
from scored_indicator as i
where i.points_cents > 0 and not i.not_applicable and i.target_kind = 'blank' and not (i.filed_cents = 0 and not i.reason_blank);
