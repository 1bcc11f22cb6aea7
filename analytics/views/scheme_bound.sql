-- One row: the numbers of the scheme in force (the one chosen, else the forms' own) that pages draw as bounds.
-- zh: 只有一行:所用口径中各页画作界线的数。
create or replace view scheme_bound as
with in_force as (
    select min(scheme) as scheme
    from evaluation_in_force
)
select
    s.scheme,
    cast(cast(s.lagging_below_permille as decimal(18, 0)) * cast(0.001 as decimal(4, 3)) as decimal(18, 3))     as lagging_rate,
    cast(cast(s.explain_below_permille as decimal(18, 0)) * cast(0.001 as decimal(4, 3)) as decimal(18, 3))     as explained_rate,
    cast(cast(s.low_scoring_below_permille as decimal(18, 0)) * cast(0.001 as decimal(4, 3)) as decimal(18, 3)) as low_score_rate,
    cast(cast(s.excellent_from_cents as decimal(18, 0)) * cast(0.01 as decimal(3, 2)) as decimal(18, 2))        as excellent_score
from scheme as s
join in_force as k on k.scheme = s.scheme;
