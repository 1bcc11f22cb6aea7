-- One row per evaluation in force: year, department, its totals, and which scheme it follows by itself and in this session.
-- zh: 每份在用的自评表一行:年度、部门、所印总分和归于哪个口径。表上印的注释先于县名。
-- notes_scheme is the form's own: the bands that it prints come before its county; scheme is the one that the session uses.
create or replace view form_scheme as
with own as (
    select f.*, coalesce(f.claimed_scheme, s.scheme) as notes_scheme, coalesce(f.claimed_by, 'default') as notes_scheme_from
    from form_in_force as f
    cross join (select scheme from scheme where is_default) as s
)
select
    o.evaluation,
    o.year,
    o.department,
    o.total_points_cents,
    o.whole_cents,
    o.filed_total_cents,
    o.tolerance_cents,
    o.execution_points_cents,
    o.execution_filed_cents,
    o.execution_recomputed_cents,
    o.rate_micro,
    o.notes_scheme,
    o.notes_scheme_from,
    a.scheme
from own as o
join applied_scheme as a on a.notes_scheme = o.notes_scheme;
