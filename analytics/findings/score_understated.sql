-- zh: 自评得分低于按规则应得的分。
-- en: The filed score is below what the rule gives.
-- severity: warning
-- reference: 表内注 3
-- zh-todo: 核对得分;确要扣分的,写明原因。
-- en-todo: Check the score; where points are meant to be lost, say why.
select
    i.evaluation,
    i.n,
    coalesce(i.score_cell, i.cell) as cell,
    cast(cast(abs(i.filed_cents - i.recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.filed_text as found,
    i.admissible_text as expected
from scored_indicator as i
where i.verdict = 'understated' and i.rule <> 'wording';
