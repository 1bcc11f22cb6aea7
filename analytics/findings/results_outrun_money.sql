-- zh: 指标得分率明显高于执行得分率:钱没有花完,成果却说已全部取得。
-- en: The indicators' share of points clearly outruns the money spent.
-- severity: warning
-- reference: 评分口径参数:(指标得分率 − 执行得分率)÷ 指标得分率 > 5%
-- zh-todo: 核对成果是否属实,或说明以较少资金完成的原因。
-- en-todo: Check the results, or say how they were reached with less money.
select
    s.evaluation,
    cast(null as integer) as n,
    f.cell,
    cast(null as decimal(18, 2)) as points,
    regexp_replace(cast(cast(cast((cast(20000 as hugeint) * s.indicator_recomputed_cents + s.applicable_points_cents) // (2 * s.applicable_points_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') || '%' as found,
    regexp_replace(cast(cast(cast(f.execution_rate as decimal(30, 6)) * 100 as decimal(30, 2)) as varchar), '\.?0+$', '') || '%' as expected
from project_score as s
join project_funding as f on f.evaluation = s.evaluation
join scheme as c on c.scheme = s.scheme
where s.applicable_points_cents > 0
  and s.indicator_recomputed_cents > 0
  and f.rate_micro is not null
  and (cast(1000000 as hugeint) * s.indicator_recomputed_cents - cast(least(f.rate_micro, 1000000) as hugeint) * s.applicable_points_cents) * 1000
      > cast(1000000 as hugeint) * s.indicator_recomputed_cents * c.money_gap_permille;
