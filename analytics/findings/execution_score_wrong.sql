-- zh: 执行率得分不等于执行率乘分值。
-- en: The execution score is not the rate times its points.
-- severity: error
-- reference: 核查口径·预算执行:得分 = 执行率 × 分值
-- zh-todo: 重新计算执行率得分。
-- en-todo: Compute the execution score again.
-- A score computed from the printed, rounded rate is accepted where that rate itself is right.
with filed as (
    select
        f.*,
        least(greatest(cast(floor(cast(coalesce(f.filed_score_step, 0) as decimal(30, 6)) * 50 + 0.5) as bigint), 5), 10) as tolerance,
        cast(floor(f.filed_rate * f.execution_points_cents + 0.5) as hugeint)                    as by_printed_rate,
        2 * abs(cast(cast(f.filed_rate as decimal(30, 6)) * 1000000 as hugeint) - f.rate_micro)
            <= greatest(cast(cast(coalesce(f.filed_rate_step, 0) as decimal(30, 6)) * 1000000 as hugeint), 1000)         as rate_right
    from project_funding as f
)
select
    evaluation,
    cast(null as integer) as n,
    cell,
    cast(cast(abs(filed_execution_cents - recomputed_execution_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    regexp_replace(cast(cast(cast(filed_execution_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') as found,
    regexp_replace(cast(cast(cast(recomputed_execution_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') as expected
from filed
where abs(filed_execution_cents - recomputed_execution_cents) > tolerance
  and not (coalesce(rate_right, false) and abs(filed_execution_cents - by_printed_rate) <= tolerance);
