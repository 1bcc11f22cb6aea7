-- zh: 自评得分高于按规则应得的分。
-- en: The filed score is above what the rule gives.
-- severity: error
-- reference: 表内注 3
-- zh-todo: 按算式改正得分,或补充能支持原得分的数据。
-- en-todo: Correct the score by the working, or give figures that support it.
select
    i.evaluation,
    i.n,
    coalesce(i.score_cell, i.cell) as cell,
    cast(cast(abs(i.filed_cents - i.recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.filed_text as found,
    i.admissible_text as expected
from scored_indicator as i
where i.verdict = 'overstated' and i.rule <> 'wording' and (i.low_cents > 0 or i.high_cents < i.points_cents);
