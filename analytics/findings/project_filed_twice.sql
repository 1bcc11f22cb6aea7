-- zh: 同一项目在同一年度报送了不止一份自评表。
-- en: The same project was filed more than once for the same year.
-- severity: warning
-- reference: 核查口径·一致性
-- zh-todo: 保留一份,或写明两份的区别。
-- en-todo: Keep one, or tell the two apart.
-- Names such as 业务运行费 are used by many: another unit's form is the same project only where a long name and the money agree.
with named as (
    select
        e.evaluation, e.year, e.place, e.project,
        regexp_replace(coalesce(e.project, ''), '[\s,，。、；;：:“”"（）()《》]', '', 'g') as project_folded,
        coalesce(e.department, '') as department,
        coalesce(e.unit, '')       as unit,
        f.adjusted_budget_wan,
        f.executed_wan
    from evaluation_in_force as e
    join project_funding as f on f.evaluation = e.evaluation
    where e.project is not null and e.year is not null
)
select
    b.evaluation,
    cast(null as integer) as n,
    b.place as cell,
    cast(null as decimal(18, 2)) as points,
    b.project as found,
    min(a.place) as expected
from named as a
join named as b on b.year = a.year and b.project_folded = a.project_folded and b.evaluation > a.evaluation
where (b.department <> '' and b.department = a.department and b.unit = a.unit)
   or (length(b.project_folded) >= 8 and b.adjusted_budget_wan > 0
       and b.adjusted_budget_wan = a.adjusted_budget_wan and b.executed_wan = a.executed_wan)
group by b.evaluation, b.place, b.project;
