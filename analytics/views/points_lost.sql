-- One row per year, department and level-1 indicator: where the points go, recomputed and as filed.
-- zh: 每年、部门、一级指标一行:分失在哪里,复算与自评各是多少。
create or replace view points_lost as
select
    year,
    department,
    level1,
    cast(sum(points) as decimal(24, 2))            as points,
    cast(sum(lost_points) as decimal(24, 2))       as lost_points,
    cast(sum(filed_lost_points) as decimal(24, 2)) as filed_lost_points
from recomputed_indicator
where recomputed_cents is not null
group by year, department, level1;
