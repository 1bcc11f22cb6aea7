-- One row per evaluation in force (neither superseded nor held): who filed it, and which scheme it follows.
-- zh: 每份在用的自评表一行(未被更正版代替、未待确认):谁报的,归于哪个口径。表上印的注释先于县名。
-- department is the name that counts today for a form of that year, filed_department the one on the form.
-- notes_scheme is the form's own: the bands that it prints come before its county; scheme is the one that the session uses.
-- live: what is on the form stands in the facts already.
create or replace view evaluation_in_force as
select
    e.evaluation, e.document, e.place, e.layout, e.year, e.county, s.department, e.department as filed_department, e.unit, e.project,
    e.goal, e.goal_reached, e.total_points, e.filed_total, e.filed_total_step, e.filed_grade, e.notes, e.remarks, e.total_cell,
    e.filled_cells, e.accounted_cells, e.content, e.version,
    d.name as document_name,
    s.notes_scheme,
    s.notes_scheme_from,
    s.scheme
from form_scheme as s
join facts.evaluation as e on e.evaluation = s.evaluation
left join facts.document as d on d.document = e.document;
