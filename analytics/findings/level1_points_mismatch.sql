-- zh: 一级指标写明的分值与其下各项分值之和不一致。
-- en: The points written at a level-1 indicator are not the sum of the points under it.
-- severity: error
-- reference: 表内一级指标括号中的分值
-- zh-todo: 调整各项分值,使合计等于一级指标的分值。
-- en-todo: Adjust the points so that they add up.
with grouped as (
    select
        evaluation,
        level1,
        max(level1_points)                                       as declared,
        min(level1_points)                                       as declared_too,
        sum(points)                                              as held,
        count(*) - count(points)                                 as pointless,
        min(n)                                                   as first_n
    from indicator_text
    where level1 is not null
    group by evaluation, level1
)
select
    g.evaluation,
    cast(null as integer) as n,
    i.cell,
    cast(abs(g.held - g.declared) as decimal(24, 2)) as points,
    g.level1 || ' ' || regexp_replace(cast(g.held as varchar), '\.?0+$', '') as found,
    regexp_replace(cast(g.declared as varchar), '\.?0+$', '') as expected
from grouped as g
join indicator_text as i on i.evaluation = g.evaluation and i.n = g.first_n
where g.pointless = 0
  and g.declared = g.declared_too
  and abs(g.held - g.declared) >= 0.01;
