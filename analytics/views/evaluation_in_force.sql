-- One row per evaluation in force (neither superseded nor held): who filed it, and which scheme it follows.
-- zh: 每份在用的自评表一行(未被更正版代替、未待确认):谁报的,归于哪个口径。表上印的注释先于县名。
-- department is the name that counts today for a form of that year, filed_department the one on the form.
-- notes_scheme is the form's own: the bands that it prints come before its county; scheme is the one that the session uses.
create or replace view evaluation_in_force as
with printed as (
    select evaluation, string_agg(distinct method, ' ' order by method) as methods
    from facts.indicator
    group by evaluation
),
form as (
    select
        e.evaluation, e.document, e.place, e.layout, e.year, e.county, n.department, e.department as filed_department, e.unit, e.project,
        e.goal, e.goal_reached, e.total_points, e.filed_total, e.filed_total_step, e.filed_grade, e.notes, e.remarks, e.total_cell,
        e.filled_cells, e.accounted_cells, e.content, e.version,
        d.name as document_name,
        translate(regexp_replace(coalesce(e.notes, '') || ' ' || coalesce(p.methods, ''), '\s', '', 'g'), '％－—~～', '%----') as printed
    from facts.evaluation as e
    left join facts.document as d on d.document = e.document
    left join printed as p on p.evaluation = e.evaluation
    left join current_department as n on n.name = e.department and n.year is not distinct from e.year
    -- The form of a whole department (layout D) is no project: see whole_department.
    where e.superseded_by is null and e.held is null and e.layout <> 'D'
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
    select
        f.*,
        coalesce(c.by_phrase, c.by_county, s.scheme) as notes_scheme,
        case when c.by_phrase is not null then 'notes' when c.by_county is not null then 'county' else 'default' end as notes_scheme_from
    from form as f
    left join claim as c on c.evaluation = f.evaluation
    cross join (select scheme from scheme where is_default) as s
)
select o.*, a.scheme
from own as o
join applied_scheme as a on a.notes_scheme = o.notes_scheme;
