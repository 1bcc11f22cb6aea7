-- zh: 分值被改成与未完成时的得分相同,看上去像满分。
-- en: The points were set to the score of the shortfall, so that it looks like full marks.
-- severity: warning
-- reference: 表内注 3
-- zh-todo: 恢复原来的分值,再按比例计分。
-- en-todo: Restore the points, then score by ratio.
-- 76条 → 74条 with 9.8 of 9.8: of the whole 10 points the ratio gives 9.74. Said only where the form's points lack just that.
with shortfall as (
    select
        i.*,
        (i.points_cents + 99) // 100 * 100 as whole_points,
        (2 * cast(i.actual_high_micro as hugeint) * ((i.points_cents + 99) // 100 * 100) + i.target_micro) // (2 * cast(i.target_micro as hugeint)) as by_rule
    from scored_indicator as i
    where i.rule = 'positive' and i.falls_short and i.actual_low_micro = i.actual_high_micro
      and i.filed_cents = i.points_cents and i.points_cents % 100 <> 0
)
select
    i.evaluation,
    i.n,
    coalesce(i.score_cell, i.cell) as cell,
    cast(cast(abs(i.filed_cents - i.recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.points_text || ' / ' || i.filed_text as found,
    regexp_replace(cast(cast(cast(i.by_rule as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') || ' / ' || regexp_replace(cast(cast(cast(i.whole_points as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') as expected
from shortfall as i
join project_score as s on s.evaluation = i.evaluation
where abs(i.filed_cents - i.by_rule) <= 10
  and s.indicator_points_cents % 10000 <> 0
  and (s.indicator_points_cents + s.execution_points_cents) % 10000 <> 0;
