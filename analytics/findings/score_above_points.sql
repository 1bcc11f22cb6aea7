-- zh: 自评得分超过该指标的分值。
-- en: The filed score is above the points of the indicator.
-- severity: error
-- reference: 表内注 1
-- zh-todo: 得分最高不能超过分值,请改正。
-- en-todo: A score cannot exceed the points; correct it.
select
    i.evaluation,
    i.n,
    coalesce(i.score_cell, i.cell) as cell,
    cast(cast(i.filed_cents - i.points_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.filed_text as found,
    '≤ ' || i.points_text as expected
from scored_indicator as i
where i.points_cents > 0 and i.filed_cents > i.points_cents;
