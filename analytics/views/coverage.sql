-- One row: what was received, and how much of it the pages cover.
-- zh: 只有一行:收到了什么,各页涵盖了多少。
create or replace view coverage as
with read as (
    select
        count(case when superseded_by is null and held is null then 1 end)     as evaluations,
        count(superseded_by)                                                   as superseded,
        count(case when superseded_by is null and held is not null then 1 end) as held
    from facts.evaluation
)
select
    (select count(*) from facts.document)             as documents,
    r.evaluations,
    r.superseded,
    r.held,
    (select count(*) from facts.refused)              as refused,
    (select count(*) from facts.issue)                as issues,
    (select max(received) from facts.document)        as received_to,
    (select string_agg(scheme, ';' order by scheme) from (select distinct scheme from evaluation_in_force) as s) as schemes
from read as r;
