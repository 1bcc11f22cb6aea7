-- zh: 所填等级与自评总分不符。
-- en: The filed grade does not match the filed total.
-- severity: error
-- reference: 财预〔2020〕10号 评价结果分为四级
-- zh-todo: 按总分改正等级。
-- en-todo: Correct the grade by the total.
with graded as (
    select
        s.evaluation, e.total_cell, e.filed_grade, s.filed_100_cents,
        case
            when strpos(e.filed_grade, '优') > 0 then '优'
            when strpos(e.filed_grade, '良') > 0 then '良'
            when strpos(e.filed_grade, '中') > 0 then '中'
            when strpos(e.filed_grade, '差') > 0 then '差'
        end as filed,
        case
            when s.filed_100_cents >= c.excellent_from_cents then '优'
            when s.filed_100_cents >= c.good_from_cents then '良'
            when s.filed_100_cents >= c.fair_from_cents then '中'
            else '差'
        end as by_total
    from project_score as s
    join evaluation_in_force as e on e.evaluation = s.evaluation
    join scheme as c on c.scheme = s.notes_scheme
    where s.filed_100_cents is not null
)
select
    evaluation,
    cast(null as integer) as n,
    total_cell as cell,
    cast(null as decimal(18, 2)) as points,
    filed_grade as found,
    by_total || '(' || regexp_replace(cast(cast(cast(filed_100_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') || ')' as expected
from graded
where filed <> by_total;
