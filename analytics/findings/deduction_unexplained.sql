-- zh: 已达到指标值却扣了分,没有写明原因。
-- en: Points were taken off although the target was reached, and no reason is given.
-- severity: note
-- reference: 表内注 4
-- zh-todo: 写明扣分原因,或改正得分。
-- en-todo: Say why points were taken off, or correct the score.
select
    i.evaluation,
    i.n,
    coalesce(i.score_cell, i.cell) as cell,
    cast(cast(i.points_cents - i.filed_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.filed_text as found,
    i.points_text as expected
from scored_indicator as i
where i.falls_short = false
  and i.rule <> 'wording'
  and i.reason_blank
  and i.low_cents = i.points_cents
  and i.filed_cents < i.points_cents - i.tolerance_cents;
