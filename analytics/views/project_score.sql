-- One row per evaluation in force: its totals in cents, and the formula that reproduces the filed total.
-- zh: 每份在用的自评表一行:各项合计,以及能得出自评总分的算法。
-- basis are the points that the formula adds up: what is left out or rescaled is brought to them.
create or replace view project_score as
with summed as (
    select
        evaluation                                                                         as summed_evaluation,
        count(*)                                                                           as lines,
        count(*) filter (where is_identical and not not_applicable)                        as identical_lines,
        count(*) filter (where not not_applicable and filed_cents is null and points_cents > 0) as unscored_lines,
        count(*) filter (where points_cents is null and not not_applicable)                as pointless_lines,
        count(*) filter (where is_overstated)                                              as overstated_lines,
        count(*) filter (where is_low_scoring)                                             as low_scoring_lines,
        sum(points_micro)                                                                  as all_points_micro,
        sum(points_micro) filter (where not not_applicable)                                as points_micro,
        sum(filed_micro)                                                                   as all_filed_micro,
        sum(filed_micro) filter (where not not_applicable)                                 as filed_micro,
        sum(recomputed_cents)                                                              as recomputed_sum,
        sum(low_cents)                                                                     as low_sum,
        sum(high_cents)                                                                    as high_sum,
        sum(points_cents) filter (where low_cents is not null)                             as scored_points_sum,
        sum(points_cents) filter (where is_low_scoring)                                    as low_scoring_points_sum
    from admissible_score
    where in_force
    group by evaluation
),
-- Only where the session scores a form by another scheme than its own do its notes give other scores.
noted as (
    select
        evaluation,
        cast(case when sum(recomputed_cents) > 100000000000000000 then 100000000000000000 else sum(recomputed_cents) end as bigint) as by_notes
    from admissible_score
    where of_notes and not in_force
    group by evaluation
),
rounded as (
    select
        *,
        -- Half up: a sum below zero is rounded towards it. Sums are held at 10^17 cents, a thousand times the largest figure
        -- that is kept: so all that follows adds up in 64 bits. (least leaves nulls out: a null must be asked for first.)
        case
            when all_points_micro between 0 and 4000000000000000000 then (cast(all_points_micro as bigint) + 5000) // 10000
            when all_points_micro > 0 then cast(least((all_points_micro + 5000) // 10000, 100000000000000000) as bigint)
            when all_points_micro < 0 then cast(greatest(-((4999 - all_points_micro) // 10000), -100000000000000000) as bigint)
        end as all_points,
        case
            when points_micro between 0 and 4000000000000000000 then (cast(points_micro as bigint) + 5000) // 10000
            when points_micro > 0 then cast(least((points_micro + 5000) // 10000, 100000000000000000) as bigint)
            when points_micro < 0 then cast(greatest(-((4999 - points_micro) // 10000), -100000000000000000) as bigint)
        end as points,
        case
            when all_filed_micro between 0 and 4000000000000000000 then (cast(all_filed_micro as bigint) + 5000) // 10000
            when all_filed_micro > 0 then cast(least((all_filed_micro + 5000) // 10000, 100000000000000000) as bigint)
            when all_filed_micro < 0 then cast(greatest(-((4999 - all_filed_micro) // 10000), -100000000000000000) as bigint)
        end as all_filed,
        case
            when filed_micro between 0 and 4000000000000000000 then (cast(filed_micro as bigint) + 5000) // 10000
            when filed_micro > 0 then cast(least((filed_micro + 5000) // 10000, 100000000000000000) as bigint)
            when filed_micro < 0 then cast(greatest(-((4999 - filed_micro) // 10000), -100000000000000000) as bigint)
        end as filed,
        cast(case when recomputed_sum > 100000000000000000 then 100000000000000000 else recomputed_sum end as bigint) as recomputed,
        cast(case when low_sum > 100000000000000000 then 100000000000000000 else low_sum end as bigint) as low,
        cast(case when high_sum > 100000000000000000 then 100000000000000000 else high_sum end as bigint) as high,
        cast(case when scored_points_sum > 100000000000000000 then 100000000000000000 else scored_points_sum end as bigint) as scored_points,
        cast(case when low_scoring_points_sum > 100000000000000000 then 100000000000000000 else low_scoring_points_sum end as bigint) as low_scoring_points
    from summed
),
printed as (
    select
        k.evaluation,
        k.year,
        k.department,
        k.scheme,
        k.notes_scheme,
        s.*,
        case when k.scheme = k.notes_scheme then s.recomputed else o.by_notes end  as by_notes,
        k.total_points_cents,
        k.whole_cents                                                              as whole,
        k.filed_total_cents                                                        as filed_total,
        k.tolerance_cents                                                          as tolerance,
        k.execution_points_cents                                                   as execution_points,
        k.execution_filed_cents                                                    as execution_filed,
        k.execution_recomputed_cents                                               as execution_recomputed,
        k.rate_micro
    from form_scheme as k
    left join rounded as s on s.summed_evaluation = k.evaluation
    left join noted as o on o.evaluation = k.evaluation
),
tried as (
    select
        *,
        all_points = whole                                                         as points_alone,
        execution_points > 0 and all_points + execution_points = whole             as points_with_execution,
        abs(all_filed - filed_total) <= tolerance                                  as alone,
        abs(all_filed + execution_filed - filed_total) <= tolerance                as with_execution,
        points + execution_points                                                  as points_together,
        filed + execution_filed                                                    as filed_together
    from printed
),
-- Only where plain sums do not give the filed total are they brought to the whole.
brought as (
    select
        *,
        case
            when coalesce(alone or with_execution, false) or points <= 0 or points = whole then null
            when points < 1000000000 and whole between 0 and 999999999 and filed between 0 and 999999999
                then abs((2 * filed * whole + points) // (2 * points) - filed_total) <= tolerance
            else abs((cast(2 * filed as hugeint) * whole + points) // (2 * points) - filed_total) <= tolerance
        end as rescaled,
        case
            when coalesce(alone or with_execution, false) or points_together <= 0 or points_together = whole then null
            when points_together < 1000000000 and whole between 0 and 999999999 and filed_together between 0 and 999999999
                then abs((2 * filed_together * whole + points_together) // (2 * points_together) - filed_total) <= tolerance
            else abs((cast(2 * filed_together as hugeint) * whole + points_together) // (2 * points_together) - filed_total) <= tolerance
        end as rescaled_with_execution
    from tried
),
formed as (
    select
        t.*,
        case
            when t.alone and t.with_execution then case when t.points_with_execution then 'indicators_and_execution' else 'indicators' end
            when t.alone then 'indicators'
            when t.with_execution then 'indicators_and_execution'
            when t.rescaled or t.rescaled_with_execution then 'rescaled'
            else 'unknown'
        end as total_formula,
        case
            when t.alone and t.with_execution then t.points_with_execution
            when t.alone then false
            when t.with_execution then true
            when t.rescaled then false
            when t.rescaled_with_execution then true
            when t.points_alone then false
            when t.points_with_execution then true
        end as told_inside,
        coalesce(t.all_points, 0) + t.execution_points <= t.whole as fits_inside
    from brought as t
),
placed as (
    -- Where the form does not tell, the scheme does. The scheme in force may put execution inside or outside by itself.
    select
        f.*,
        coalesce(f.told_inside, n.execution_inside and f.fits_inside) as execution_inside,
        case s.execution_in_total
            when 'inside' then true
            when 'outside' then false
            else coalesce(f.told_inside, s.execution_inside and f.fits_inside)
        end as scheme_inside
    from formed as f
    join scheme as n on n.scheme = f.notes_scheme
    join scheme as s on s.scheme = f.scheme
),
-- Without a rate everything up to the points of execution is admitted; where the form names no points, up to what was filed.
admitted as (
    select
        *,
        coalesce(execution_recomputed, case when execution_points > 0 then execution_points else coalesce(execution_filed, 0) end) as execution_high,
        coalesce(
            execution_recomputed,
            case when execution_points > 0 and execution_filed > execution_points then execution_points else coalesce(execution_filed, 0) end
        ) as execution_counted
    from placed
),
scaled as (
    select
        *,
        case when scheme_inside then execution_points else 0 end as scheme_points,
        case when scheme_inside then execution_counted else 0 end as scheme_recomputed,
        case when scheme_inside then coalesce(execution_recomputed, 0) else 0 end as scheme_low,
        case when scheme_inside then execution_high else 0 end as scheme_high,
        case when execution_inside then execution_points else 0 end as inside_points,
        case when total_formula = 'rescaled' then whole
            else coalesce(all_points, 0) + case when execution_inside then execution_points else 0 end end as basis,
        case when execution_inside then coalesce(execution_filed, 0) else 0 end as inside_filed,
        case when execution_inside then execution_counted else 0 end as inside_recomputed,
        scheme_inside <> execution_inside and execution_points > 0 as moved
    from admitted
),
ready as (
    select
        *,
        points + inside_points as denominator,
        points + scheme_points as scheme_denominator,
        case when total_formula = 'rescaled' then whole else greatest(coalesce(total_points_cents, 0), basis) end as of_points
    from scaled
),
-- Where the scheme moves execution into the total or out of it, the total is brought to the points of the form again.
based as (
    select *, case when moved then of_points else basis end as scheme_basis
    from ready
),
-- Of the caps above a rate the nearest is the lowest: each holds from the next lower one on.
cap_step as (
    select
        scheme,
        total_at_most_cents,
        execution_below_permille * 1000 as below_micro,
        coalesce(lag(execution_below_permille) over (partition by scheme order by execution_below_permille, total_at_most_cents), 0) * 1000 as from_micro
    from scheme_cap
),
totalled as (
    select
        r.*,
        (cast(2 * c.total_at_most_cents as hugeint) * r.of_points + 10000) // 20000 as cap,
        -- Nothing is divided where nothing is scaled.
        case
            when denominator <= 0 then null
            when denominator = basis then filed + inside_filed
            else (cast(2 * (filed + inside_filed) as hugeint) * basis + denominator) // (2 * denominator)
        end as filed_by_formula,
        case
            when denominator <= 0 then null
            when denominator = basis then by_notes + inside_recomputed
            else (cast(2 * (by_notes + inside_recomputed) as hugeint) * basis + denominator) // (2 * denominator)
        end as notes_total,
        case
            when scheme_denominator <= 0 then null
            when scheme_denominator = scheme_basis then recomputed + scheme_recomputed
            else (cast(2 * (recomputed + scheme_recomputed) as hugeint) * scheme_basis + scheme_denominator) // (2 * scheme_denominator)
        end as recomputed_raw,
        case
            when scheme_denominator <= 0 then null
            when scheme_denominator = scheme_basis then low + scheme_low
            else (cast(2 * (low + scheme_low) as hugeint) * scheme_basis + scheme_denominator) // (2 * scheme_denominator)
        end as low_raw,
        case
            when scheme_denominator <= 0 then null
            when scheme_denominator = scheme_basis then high + scheme_high
            else (cast(2 * (high + scheme_high) as hugeint) * scheme_basis + scheme_denominator) // (2 * scheme_denominator)
        end as high_raw
    from based as r
    left join cap_step as c on c.scheme = r.scheme and r.rate_micro >= c.from_micro and r.rate_micro < c.below_micro
),
held as (
    -- A total that cannot be computed has no cap either: least would leave its null out.
    select
        *,
        coalesce(filed_total, filed_by_formula)                         as effective,
        case when recomputed_raw > cap then cap else recomputed_raw end as recomputed_capped,
        case when low_raw > cap then cap else low_raw end               as low_capped,
        case when high_raw > cap then cap else high_raw end             as high_capped
    from totalled
)
select
    evaluation,
    year,
    department,
    scheme,
    notes_scheme,
    total_formula,
    execution_inside,
    lines,
    identical_lines,
    unscored_lines,
    pointless_lines,
    overstated_lines,
    low_scoring_lines,
    whole                                            as whole_cents,
    of_points                                        as of_points_cents,
    all_points                                       as indicator_points_cents,
    points                                           as applicable_points_cents,
    execution_points                                 as execution_points_cents,
    all_filed                                        as indicator_score_cents,
    low                                              as indicator_low_cents,
    high                                             as indicator_high_cents,
    recomputed                                       as indicator_recomputed_cents,
    scored_points                                    as scored_points_cents,
    low_scoring_points                               as low_scoring_points_cents,
    filed_total                                      as filed_total_cents,
    tolerance                                        as tolerance_cents,
    effective                                        as filed_effective_cents,
    filed_by_formula                                 as filed_by_formula_cents,
    notes_total                                      as notes_total_cents,
    recomputed_capped                                as recomputed_total_cents,
    low_capped                                       as low_total_cents,
    high_capped                                      as high_total_cents,
    cap                                              as cap_cents,
    rate_micro,
    case
        when of_points = 10000 then effective
        when of_points between 1 and 1000000000 and effective between 0 and 100000000000
            then (20000 * cast(effective as bigint) + of_points) // (2 * of_points)
        when of_points > 0 then (20000 * effective + of_points) // (2 * of_points)
    end as filed_100_cents,
    case
        when of_points = 10000 then recomputed_capped
        when of_points between 1 and 1000000000 and recomputed_capped between 0 and 100000000000
            then (20000 * cast(recomputed_capped as bigint) + of_points) // (2 * of_points)
        when of_points > 0 then (20000 * recomputed_capped + of_points) // (2 * of_points)
    end as recomputed_100_cents,
    case
        when points between 1 and 1000000000 and high - low between 0 and points
            then (2 * (points - (high - low)) * 1000000 + points) // (2 * points)
        when points > 0 then (cast(2 * (points - (high - low)) as hugeint) * 1000000 + points) // (2 * points)
    end as verifiable_micro,
    case when lines > 0 then (2 * identical_lines * 1000000 + lines) // (2 * lines) end            as identical_micro
from held;
