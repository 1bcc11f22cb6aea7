-- zh: 指标名称与另一项目的自评表逐字相同,可能是照抄。
-- en: An indicator's text stands word for word in the form of another project.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 按本项目的内容重写。
-- en-todo: Write it anew for this project.
-- The first form to hold the text is not accused, nor the same project in another year. Short names, and texts that
-- stand in more than five projects, are common wording.
with named as (
    select
        evaluation, n, cell, name, name_folded, points,
        coalesce(project, '')                        as project,
        coalesce(department, '')                     as department,
        coalesce(project, '') || '|' || coalesce(department, '') as identity
    from indicator_text
    where length(name_folded) >= 20
),
first as (
    select name_folded, min(evaluation) as evaluation
    from named
    group by name_folded
    having count(distinct identity) between 2 and 5
)
select
    i.evaluation,
    cast(null as integer) as n,
    i.cell,
    i.points,
    i.name as found,
    min(o.project) as expected
from first as f
join named as o on o.evaluation = f.evaluation and o.name_folded = f.name_folded
join named as i on i.name_folded = f.name_folded and i.evaluation > f.evaluation
where i.identity <> o.identity
group by i.evaluation, i.n, i.cell, i.points, i.name;
