-- One row per evaluation in force (neither superseded nor held, and of a project): its year, and its printed totals in cents.
-- zh: 每份在用的项目自评表一行(未被更正版代替、未待确认):年度和表上所印的总分。
-- The form of a whole department (layout D) is no project: see whole_department.
create or replace view form_in_force as
select
    evaluation,
    year,
    cast(floor(cast(total_points as decimal(30, 6)) * 100 + 0.5) as bigint)                as total_points_cents,
    cast(floor(cast(coalesce(total_points, 100) as decimal(30, 6)) * 100 + 0.5) as bigint) as whole_cents,
    cast(floor(cast(filed_total as decimal(30, 6)) * 100 + 0.5) as bigint)                 as filed_total_cents,
    -- Half a unit of the last decimal that the form printed, 5 cents at least and 10 at most.
    least(greatest(cast(floor(cast(coalesce(filed_total_step, 0) as decimal(30, 6)) * 50 + 0.5) as bigint), 5), 10) as tolerance_cents
from facts.evaluation
where superseded_by is null and held is null and layout <> 'D';
