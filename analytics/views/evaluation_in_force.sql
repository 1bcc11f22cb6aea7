-- One row per evaluation in force (neither superseded nor held): who filed it, and which scheme it follows.
-- department is the name that counts today for a form of that year, filed_department the one on the form.
-- notes_scheme is the form's own: the bands that it prints come before its county; scheme is the one that the session uses.
create or replace view evaluation_in_force as
with printed as (
    select evaluation, string_agg(distinct method, ' ') as methods
    from facts.indicator
    group by evaluation
),
form as (
    select
        e.evaluation, e.document, e.place, e.layout, e.year, e.county, n.department, e.department as filed_department, e.unit, e.project,
        e.goal, e.goal_reached, e.total_points, e.filed_total, e.filed_total_step, e.filed_grade, e.notes, e.total_cell,
        e.filled_cells, e.accounted_cells, e.content, e.version,
        d.name as document_name,
        translate(regexp_replace(coalesce(e.notes, '') || ' ' || coalesce(p.methods, ''), '\s', '', 'g'), '％－—~～', '%----') as printed
    from facts.evaluation as e
    left join facts.document as d on d.document = e.document
    left join printed as p on p.evaluation = e.evaluation
    left join current_department as n on n.name = e.department and n.year is not distinct from e.year
    where e.superseded_by is null and e.held is null
),
claim as (
    select
        f.evaluation,
        min(case when c.phrase is not null then c.scheme end) as by_phrase,
        min(case when c.phrase is null then c.scheme end) as by_county
    from form as f
    join scheme_claim as c
        on strpos(f.printed, c.phrase) > 0
        or (strpos(f.county, c.county) > 0 and f.year between c.year_from and c.year_to)
    group by f.evaluation
),
own as (
    select f.*, coalesce(c.by_phrase, c.by_county, s.scheme) as notes_scheme
    from form as f
    left join claim as c on c.evaluation = f.evaluation
    cross join (select scheme from scheme where is_default) as s
)
select o.*, coalesce(c.scheme, o.notes_scheme) as scheme
from own as o
cross join chosen_scheme as c;
