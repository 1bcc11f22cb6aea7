-- One row per self-evaluation of a whole department in force: it is no project, and stands in no figure of projects.
-- zh: 每份在用的部门整体支出绩效自评表一行:不是项目,不计入任何项目的数字。
create or replace view whole_department as
select
    e.evaluation,
    e.document,
    d.name as document_name,
    e.place,
    e.year,
    coalesce(n.department, e.department) as department,
    e.filed_total,
    f.adjusted_budget_wan,
    f.executed_wan,
    f.filed_rate,
    case
        when f.adjusted_budget_wan > 0 and f.executed_wan is not null
        then cast((2 * cast(f.executed_wan * 1000000 as hugeint) * 1000000 + cast(f.adjusted_budget_wan * 1000000 as hugeint))
            // (2 * cast(f.adjusted_budget_wan * 1000000 as hugeint)) as decimal(24, 0)) * cast(0.000001 as decimal(7, 6))
    end as execution_rate
from facts.evaluation as e
left join facts.document as d on d.document = e.document
left join current_department as n on n.name = e.department and n.year is not distinct from e.year
left join facts.funding as f on f.evaluation = e.evaluation and f.source_of_funds = 'total'
where e.layout = 'D' and e.superseded_by is null and e.held is null;
