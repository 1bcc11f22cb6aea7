-- zh: 上级指标与其中各项同时计分。
-- en: A parent row and its parts are both scored.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 只保留上级指标或其中各项的分值。
-- en-todo: Keep the points of the parent or of its parts, not of both.
with marked as (
    select
        i.*,
        left(i.name_folded, 2) = '其中' as is_part,
        max(case when left(i.name_folded, 2) <> '其中' then i.n end)
            over (partition by i.evaluation order by i.n rows between unbounded preceding and current row) as parent_n
    from indicator_text as i
),
parts as (
    select evaluation, parent_n, sum(points) as points, count(*) as lines
    from marked
    where is_part and points > 0
    group by evaluation, parent_n
)
select
    p.evaluation,
    m.n,
    m.cell,
    m.points,
    regexp_replace(cast(m.points as varchar), '\.?0+$', '') as found,
    regexp_replace(cast(p.points as varchar), '\.?0+$', '') || ' = ' || cast(p.lines as varchar) as expected
from parts as p
join marked as m on m.evaluation = p.evaluation and m.n = p.parent_n
where m.points = p.points;
