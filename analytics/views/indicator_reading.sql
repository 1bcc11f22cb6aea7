-- One row per indicator in force: its figures as integers, and the rule that applies to them. Nothing in it depends on a scheme.
-- zh: 每项在用的指标一行:指标值和实际值换算到同一单位的整数,以及适用的规则。与口径无关。
-- A figure is in millionths of its base unit, points are in cents. target_micro is A; a null side of the actual is open.
-- reading_rule is what the form says; a scheme may give a cost target without operator a direction (admissible_score).
create or replace view indicator_reading as
with measured as (
    select
        t.evaluation, t.n, t.year, t.level1, t.level2, t.points_cents, t.filed_cents, t.not_applicable, t.reason_blank,
        t.is_cost, t.takes_off_its_own_way, t.target_kind, t.actual_kind, t.target_is_figure, t.actual_is_figure,
        t.target_year, t.actual_year, t.target_family, t.actual_family, t.target_operator, t.target_signed,
        t.target_folded <> '' and t.target_folded = t.actual_folded as is_identical,
        least(greatest(cast(floor(cast(coalesce(t.filed_score_step, 0) as decimal(30, 6)) * 50 + 0.5) as bigint), 5), 10) as tolerance_cents,
        cast(cast(t.points as decimal(30, 6)) * 1000000 as bigint)      as points_micro,
        cast(cast(t.filed_score as decimal(30, 6)) * 1000000 as bigint) as filed_micro,
        cast(cast(t.target_base_low as decimal(30, 6)) * 1000000 as bigint)  as target_low_micro,
        cast(cast(t.target_base_high as decimal(30, 6)) * 1000000 as bigint) as target_high_micro,
        -- A date written without 前 or 底 says when, not by when: its first day is known.
        case
            when t.actual_family = 'date' and t.actual_base_low is null and not t.actual_signed and t.actual_operator = '<='
                and length(t.actual_high) = 10 then cast(cast(t.actual_base_high as decimal(30, 6)) * 1000000 as bigint)
            else cast(cast(t.actual_base_low as decimal(30, 6)) * 1000000 as bigint)
        end                                           as actual_low_micro,
        cast(cast(t.actual_base_high as decimal(30, 6)) * 1000000 as bigint) as actual_high_micro,
        cast(t.year as bigint) * 1000000             as year_micro,
        w.low_level,
        w.high_level,
        t.target_family in ('date', 'period') and t.actual_family in ('date', 'period') as is_time
    from indicator_text as t
    left join wording_answer as w on w.target_folded = t.target_folded and w.actual_folded = t.actual_folded
),
figure as (
    select
        *,
        case
            when target_operator in ('<=', '<') then coalesce(target_high_micro, target_low_micro)
            else coalesce(target_low_micro, target_high_micro)
        end as target_micro
    from measured
),
ruled as (
    select
        *,
        case
            when not_applicable then 'not_applicable'
            when points_cents is null or points_cents <= 0 then 'no_points'
            when target_kind = 'blank' or actual_kind = 'blank' then 'blank'
            when target_kind = 'doubtful' or actual_kind = 'doubtful' then 'doubtful'
            when target_is_figure and not actual_is_figure then 'words_for_figure'
            when not target_is_figure and actual_year <> year and actual_year is distinct from target_year then 'other_year'
            when not target_is_figure and low_level is not null then 'wording'
            when not target_is_figure and actual_is_figure then 'figure_for_words'
            when not target_is_figure then 'no_answer'
            when is_time and target_family <> actual_family then 'time_unclear'
            when is_time and target_family = 'period' then
                case
                    when year_micro not between target_low_micro and target_high_micro then 'other_year'
                    when actual_high_micro < year_micro or actual_low_micro > year_micro then 'other_year'
                    when actual_low_micro >= target_low_micro and actual_high_micro <= target_high_micro then 'period'
                    else 'time_unclear'
                end
            when is_time then
                case
                    when actual_high_micro <= target_high_micro then 'date'
                    when actual_low_micro > target_high_micro then 'late'
                    else 'time_unclear'
                end
            when target_family is null or target_family is distinct from actual_family then
                case when low_level is not null then 'wording' else 'not_comparable' end
            when target_micro is null then 'open_target'
            -- "约30次" names no bound: short of it, how much short is left open.
            when 'approximate' in (target_kind, actual_kind) and actual_low_micro = actual_high_micro and target_micro > 0
                and case when target_operator in ('<=', '<') then actual_low_micro > target_micro
                    else actual_low_micro between 0 and target_micro - 1 end then 'about'
            when target_operator in ('>=', '>') then 'positive'
            when target_operator in ('<=', '<') then 'reverse'
            when target_low_micro < target_high_micro then 'range'
            when target_micro = 0 then 'zero'
            when is_cost and not target_signed and actual_high_micro < target_micro then 'cost'
            else 'positive'
        end as rule_found
    from figure
),
signed as (
    select
        *,
        case rule_found
            when 'positive' then case when actual_low_micro >= target_micro then false when actual_high_micro < target_micro then true end
            when 'reverse' then case when actual_high_micro <= target_micro then false when actual_low_micro > target_micro then true end
            when 'zero' then case when actual_high_micro <= 0 then false when actual_low_micro > 0 then true end
            when 'range' then case
                when actual_low_micro >= target_low_micro and actual_high_micro <= target_high_micro then false
                when actual_high_micro < target_low_micro then true end
            when 'wording' then case when low_level = 2 then false when high_level < 3 then true end
            when 'date' then false
            when 'period' then false
            when 'late' then true
        end as reading_falls_short
    from ruled
)
select
    evaluation, n, year, level1, level2, points_micro, filed_micro, points_cents, filed_cents, tolerance_cents,
    not_applicable, reason_blank, is_identical, is_cost,
    is_cost and not target_signed and coalesce(target_operator, '=') = '=' as is_unsigned_cost,
    target_micro, target_low_micro, target_high_micro, actual_low_micro, actual_high_micro, low_level, high_level,
    reading_falls_short,
    -- A target of zero or below gives no ratio: how far short of it is left to be judged. Below zero against a target
    -- above it the ratio is negative, which is no points.
    case
        when reading_falls_short and takes_off_its_own_way and rule_found in ('positive', 'range', 'reverse', 'zero', 'about', 'cost') then 'own_method'
        when reading_falls_short and rule_found in ('positive', 'range', 'reverse')
            and (target_micro < 0 or (rule_found <> 'reverse' and target_micro = 0)) then 'negative'
        when rule_found = 'cost' and actual_high_micro < 0 then 'negative'
        else rule_found
    end as reading_rule,
    cast(case
        when rule_found in ('positive', 'cost', 'range', 'about') and target_micro > 0 and coalesce(actual_low_micro, actual_high_micro) >= 0
            then least((2 * cast(coalesce(actual_low_micro, actual_high_micro) as hugeint) * 1000000 + target_micro) // (2 * target_micro), 999999999999999999)
        when rule_found = 'reverse' and target_micro > 0 and coalesce(actual_high_micro, actual_low_micro) > 0
            then least((2 * cast(target_micro as hugeint) * 1000000 + coalesce(actual_high_micro, actual_low_micro))
                // (2 * coalesce(actual_high_micro, actual_low_micro)), 999999999999999999)
    end as bigint) as attainment_micro
from signed;
