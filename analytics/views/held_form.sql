-- One row per form that waits for a person, or was decided not to count.
create or replace view held_form as
select
    e.evaluation, e.document, d.name as document_name, e.place, e.year, e.department, e.unit, e.project,
    e.filed_total, e.held as held_for, d.received
from facts.evaluation as e
join facts.document as d on d.document = e.document
where e.held is not null and e.superseded_by is null;
