-- zh: 该单位本年度的自评表全部为满分。
-- en: Every form of this unit has full marks this year.
-- severity: note
-- reference: 核查口径·一致性
-- zh-todo: 抽查其中的指标和依据。
-- en-todo: Take a sample of its indicators and their evidence.
-- Once per unit and year, at its first form; from three forms on, for one or two full marks say nothing.
select
    min(s.evaluation) as evaluation,
    cast(null as integer) as n,
    min(e.place) as cell,
    cast(null as decimal(18, 2)) as points,
    coalesce(e.unit, e.department) || ' ' || cast(count(*) as varchar) as found,
    '100' as expected
from project_score as s
join evaluation_in_force as e on e.evaluation = s.evaluation
where coalesce(e.unit, e.department) is not null and e.year is not null
group by coalesce(e.unit, e.department), e.department, e.year
having count(*) >= 3
   and count(*) = count(case when s.filed_100_cents >= 10000 then 1 end);
