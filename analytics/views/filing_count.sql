-- One row per department and year with a task list: expected = answered + waiting + missing, and what was filed beyond it.
create or replace view filing_count as
with counted as (
    select
        year,
        department,
        1                                                               as expected,
        case when evaluation is not null and not waits then 1 else 0 end as answered,
        case when waits then 1 else 0 end                               as waiting,
        case when evaluation is null then 1 else 0 end                  as missing,
        0                                                               as filed,
        0                                                               as unexpected
    from expected_project
    union all
    select year, department, 0, 0, 0, 0, 1, 0 from filed_project where not waits
    union all
    select year, department, 0, 0, 0, 0, 0, 1 from unexpected_filing
)
select
    year,
    department,
    cast(sum(expected) as bigint)   as expected_forms,
    cast(sum(answered) as bigint)   as answered_forms,
    cast(sum(waiting) as bigint)    as waiting_forms,
    cast(sum(missing) as bigint)    as missing_forms,
    cast(sum(filed) as bigint)      as filed_forms,
    cast(sum(unexpected) as bigint) as unexpected_forms
from counted
group by year, department;
