-- zh: 没有填写全年实际值,却设有分值。
-- en: No actual is filled in, yet points are set.
-- severity: error
-- reference: 表内全年实际值(B)
-- zh-todo: 补填实际值和依据。
-- en-todo: Fill in the actual and what it stands on.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    i.filed_score as points,
    cast(null as varchar) as found,
    i.target as expected
from scored_indicator as i
where i.points_cents > 0 and not i.not_applicable and i.actual_kind = 'blank' and not (i.filed_cents = 0 and not i.reason_blank);
