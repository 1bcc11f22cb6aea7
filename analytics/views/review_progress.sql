-- One row per department and year with findings: how far their review has come. Rejected findings are among the findings here.
-- zh: 每个部门每个有核查发现的年度一行:处理进度。已排除的也在其中。
create or replace view review_progress as
with counted as (
    select
        department,
        year,
        count(*)                                                            as findings,
        count(case when state = 'open' then 1 end)                          as open_findings,
        count(case when state = 'accepted' then 1 end)                      as accepted_findings,
        count(case when state = 'rejected' then 1 end)                      as rejected_findings,
        count(case when state = 'rectified' then 1 end)                     as rectified_findings,
        count(case when state = 'open' and severity = 'error' then 1 end)   as open_errors,
        count(case when changed then 1 end)                                 as changed_findings
    from decided_finding
    group by department, year
)
select
    *,
    cast(cast((2 * cast(findings - open_findings as hugeint) * 1000000 + findings) // (2 * findings) as decimal(18, 0))
        * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) as decided_share
from counted;
