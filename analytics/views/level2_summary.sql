-- One row per department, year and level-2 indicator: points and what was made of them. Lines without a score are left out of the sums.
-- zh: 每个部门、年度、二级指标一行:分值和得分。没有得分的指标不计入合计。
create or replace view level2_summary as
select
    department,
    year,
    level2,
    count(*)                                                   as indicators,
    cast(cast(sum(points_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    cast(cast(sum(filed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as filed_score,
    cast(cast(sum(recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as recomputed_score,
    cast(cast(sum(points_cents - recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as lost_points,
    case when cast(sum(points_cents) as hugeint) > 0 and cast(sum(recomputed_cents) as hugeint) is not null then cast(cast(least((2 * cast(cast(sum(recomputed_cents) as hugeint) as hugeint) * 1000000 + cast(sum(points_cents) as hugeint)) // (2 * cast(sum(points_cents) as hugeint)), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end as score_rate,
    case when sum(filed_cents) >= 0 then case when cast(sum(points_cents) as hugeint) > 0 and cast(sum(filed_cents) as hugeint) is not null then cast(cast(least((2 * cast(cast(sum(filed_cents) as hugeint) as hugeint) * 1000000 + cast(sum(points_cents) as hugeint)) // (2 * cast(sum(points_cents) as hugeint)), 999999999999999999) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) end end as filed_score_rate
from admissible_score
where in_force and recomputed_cents is not null
group by department, year, level2;
