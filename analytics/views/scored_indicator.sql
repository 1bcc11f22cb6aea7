-- One row per indicator in force, under the scheme in force: filed against admissible, in cents.
-- zh: 每项在用的指标一行:自评得分与允许区间对照。容许误差为所印末位的半个单位,不小于 0.05 分、不大于 0.1 分。
-- The tolerance is half a unit of the last decimal that the form printed, 5 cents at least and 10 at most.
create or replace view scored_indicator as
with judged as (
    select
        i.*,
        s.low_cents,
        s.high_cents,
        s.deduction_cents,
        s.attainment_rate,
        s.rule,
        s.falls_short,
        s.scheme as scored_by,
        least(greatest(cast(floor(cast(coalesce(i.filed_score_step, 0) as decimal(30, 6)) * 50 + 0.5) as bigint), 5), 10) as tolerance_cents
    from indicator_reading as i
    join admissible_score as s on s.evaluation = i.evaluation and s.n = i.n and s.scheme = i.scheme
)
select
    *,
    -- The figures as a person writes them: 9.80 is 9.8, an interval of one point is that point.
    regexp_replace(cast(points as varchar), '\.?0+$', '') as points_text,
    regexp_replace(cast(filed_score as varchar), '\.?0+$', '') as filed_text,
    regexp_replace(cast(cast(cast(low_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '')
        || case when high_cents > low_cents then '–' || regexp_replace(cast(
            cast(cast(high_cents as decimal(24, 0)) * cast(0.01 as decimal(3, 2)) as decimal(24, 2)) as varchar), '\.?0+$', '') else '' end
        as admissible_text,
    case when filed_cents is not null and low_cents is not null and points_cents > 0
        then least(greatest(filed_cents, low_cents), high_cents) end as recomputed_cents,
    case
        when low_cents is null or points_cents <= 0 then null
        when filed_cents > high_cents + tolerance_cents then 'overstated'
        when filed_cents < low_cents - tolerance_cents then 'understated'
        when rule = 'not_comparable' then 'not_comparable'
        when low_cents = 0 and high_cents = points_cents then 'unverifiable'
        when filed_cents is null then null
        else 'agrees'
    end as verdict
from judged;
