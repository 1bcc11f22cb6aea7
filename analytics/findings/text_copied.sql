-- zh: 目标、完成情况、三级指标或偏差原因的文字,与另一项目的自评表相同或几乎相同,可能是照抄。
-- en: A goal, its result, an indicator or a reason stands word for word, or nearly, in the form of another project.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 按本项目的内容重写。
-- en-todo: Write it anew for this project.
-- Which texts are alike, and which of two is the copy, is found by similar.py; its limits stand in similar.toml.
select
    s.evaluation,
    cast(null as integer) as n,
    coalesce(i.cell, e.place) as cell,
    i.points,
    case s.kind when 'goal' then e.goal when 'reached' then e.goal_reached when 'name' then i.name else i.reason end as found,
    coalesce(o.project, '') || coalesce(' · ' || cast(o.year as varchar), '') || coalesce(' · ' || o.document_name, '')
        || ' · ' || coalesce(j.cell, o.place)
        || ' · ' || regexp_replace(cast(cast(cast(s.similar_permille as decimal(18, 0)) * cast(0.1 as decimal(2, 1)) as decimal(18, 1)) as varchar), '\.?0+$', '') || '%' as expected
from similar_text as s
join evaluation_in_force as e on e.evaluation = s.evaluation
join evaluation_in_force as o on o.evaluation = s.other_evaluation
left join facts.indicator as i on i.evaluation = s.evaluation and i.n = s.n
left join facts.indicator as j on j.evaluation = s.other_evaluation and j.n = s.other_n;
