-- One row per indicator in force, under the scheme in force: filed beside recomputed, with where it was read and its findings.
-- zh: 每项在用的指标一行:所用口径下的复算结果,及其核查发现数。
create or replace view recomputed_indicator as
with hit as (
    select evaluation, n, count(*) as findings
    from finding
    where n is not null
    group by evaluation, n
)
select l.*, coalesce(h.findings, 0) as findings
from scored_line as l
left join hit as h on h.evaluation = l.evaluation and h.n = l.n;
