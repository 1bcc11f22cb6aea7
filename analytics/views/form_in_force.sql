-- One row per evaluation in force (neither superseded nor held, and of a project): its year.
-- zh: 每份在用的项目自评表一行(未被更正版代替、未待确认):年度。
-- The form of a whole department (layout D) is no project: see whole_department.
create or replace view form_in_force as
select evaluation, year
from facts.evaluation
where superseded_by is null and held is null and layout <> 'D';
