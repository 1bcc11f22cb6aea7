-- One row: what was received, and how much of it the pages cover.
create or replace view coverage as
with read as (
    select count(*) as evaluations, count(superseded_by) as superseded
    from facts.evaluation
)
select
    (select count(*) from facts.document)             as documents,
    r.evaluations - r.superseded                      as evaluations,
    r.superseded,
    (select count(*) from facts.refused)              as refused,
    (select count(*) from facts.issue)                as issues,
    (select max(received) from facts.document)        as received_to,
    (select string_agg(scheme, ';' order by scheme) from (select distinct scheme from evaluation_in_force) as s) as schemes
from read as r;
