-- zh: 实际值远超指标值,指标值可能定得偏低。
-- en: The actual far exceeds the target, which may have been set too low.
-- severity: note
-- reference: 评分口径参数:完成 130% 及以上
-- zh-todo: 说明大幅超过的原因;下年度调整指标值。
-- en-todo: Say why; set next year's target accordingly.
select
    i.evaluation,
    i.n,
    coalesce(i.actual_cell, i.cell) as cell,
    cast(cast(i.deduction_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    i.actual || '(' || regexp_replace(cast(cast(cast(i.attainment_rate as decimal(30, 6)) * 100 as decimal(30, 1)) as varchar), '\.?0+$', '') || '%)' || case when i.reason_blank then '' else ' · ' || i.reason end as found,
    i.target as expected
from scored_indicator as i
join scheme as c on c.scheme = i.scheme
where i.rule = 'positive'
  and not i.is_cost
  and i.target_micro > 0
  and cast(i.actual_low_micro as hugeint) * 1000 >= cast(i.target_micro as hugeint) * c.far_exceeded_permille;
