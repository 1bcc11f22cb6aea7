-- One row per department, year and criterion of lagging: its value, the county's median, and its rank (1 = lags most).
-- zh: 每个部门、年度、滞后标准一行:其值、全县中位数和名次(1 为最滞后)。
-- goodness is the value turned so that more is better. Equal values share the better rank, so that nobody lags by a tie.
create or replace view department_criterion as
with long as (
    select department, year, 'execution_rate' as criterion, 1 as place, cast(execution_rate as decimal(30, 6)) as goodness from department_summary where execution_rate is not null
    union all
    select department, year, 'recomputed_score' as criterion, 2 as place, cast(recomputed_score_100 as decimal(30, 6)) as goodness from department_summary where recomputed_score_100 is not null
    union all
    select department, year, 'inflation' as criterion, 3 as place, cast(-inflation_per_form as decimal(30, 6)) as goodness from department_summary where inflation_per_form is not null
    union all
    select department, year, 'low_scoring_share' as criterion, 4 as place, cast(-low_scoring_points_share as decimal(30, 6)) as goodness from department_summary where low_scoring_points_share is not null
    union all
    select department, year, 'unexplained_shortfalls' as criterion, 5 as place, cast(-unexplained_per_form as decimal(30, 6)) as goodness from department_summary where unexplained_per_form is not null
    union all
    select department, year, 'errors_per_form' as criterion, 6 as place, cast(-errors_per_form as decimal(30, 6)) as goodness from department_summary where errors_per_form is not null
),
placed as (
    select
        *,
        row_number() over (partition by year, criterion order by goodness, department) as position,
        rank() over (partition by year, criterion order by goodness)                   as first_rank,
        count(*) over (partition by year, criterion)                                   as departments,
        count(*) over (partition by year, criterion, goodness)                         as ties
    from long
),
middle as (
    -- The sum of the two middle values is kept, so that twice a value is compared with it and nothing is rounded.
    select
        year,
        criterion,
        sum(case when position in ((departments + 1) // 2, (departments + 2) // 2) then goodness * (1 + departments % 2) end) as twice_median
    from placed
    group by year, criterion
)
select
    p.department,
    p.year,
    p.criterion,
    p.place,
    abs(p.goodness)                                                                  as value,
    p.goodness,
    cast(cast(m.twice_median as decimal(30, 6)) * cast(0.5 as decimal(2, 1)) as decimal(30, 6)) as signed_median,
    p.first_rank + p.ties - 1                                                        as criterion_rank,
    p.departments,
    -- Twice the share of the other departments that do better, ties counted half: over 2 × (departments − 1).
    2 * (p.departments - (p.first_rank + p.ties - 1)) + p.ties - 1                   as twice_better,
    2 * p.goodness < m.twice_median                                                  as worse_than_median,
    2 * p.goodness < m.twice_median and 4 * (p.first_rank + p.ties - 1) <= p.departments + 3 as in_worst_quarter
from placed as p
join middle as m on m.year is not distinct from p.year and m.criterion = p.criterion;
