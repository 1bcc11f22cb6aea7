-- zh: 定性指标的得分不在完成情况所属的档内。
-- en: The score of a qualitative indicator lies outside the band of its own wording.
-- severity: error
-- reference: 表内注 2
-- zh-todo: 按达成、部分达成、未达成三档重新确定得分。
-- en-todo: Set the score again by the three bands.
select
    i.evaluation,
    i.n,
    coalesce(i.score_cell, i.cell) as cell,
    cast(cast(abs(i.filed_cents - i.recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.actual || ' → ' || i.filed_text as found,
    i.admissible_text as expected
from scored_indicator as i
where i.rule = 'wording' and (i.verdict = 'understated' or (i.verdict = 'overstated' and i.high_cents < i.points_cents));
