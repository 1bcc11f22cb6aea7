-- One row per year, department and level-1 indicator: where the points go, recomputed and as filed.
-- zh: 每年、部门、一级指标一行:分失在哪里,复算与自评各是多少。
create or replace view points_lost as
select
    year,
    department,
    level1,
    cast(cast(sum(points_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as points,
    cast(cast(sum(points_cents - recomputed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as lost_points,
    cast(cast(sum(points_cents - filed_cents) as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as filed_lost_points
from admissible_score
where in_force and recomputed_cents is not null
group by year, department, level1;
