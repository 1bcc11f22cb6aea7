-- What a session holds of its own, beside the attached facts: schemes, rules and words as rows.
-- Points in cents, rates in permille, so that the views compute with integers alone.
create table scheme (
    scheme                        varchar primary key,
    title_zh                      varchar not null,
    title_en                      varchar not null,
    valid_from                    integer not null,
    reference                     varchar not null,
    is_default                    boolean not null,
    output_points_cents           bigint not null,
    benefit_points_cents          bigint not null,
    satisfaction_points_cents     bigint not null,
    execution_points_cents        bigint not null,
    execution_inside              boolean not null,
    execution_in_total            varchar not null,   -- form | inside | outside
    agreed_from_permille          bigint not null,
    partly_from_permille          bigint not null,
    reverse_formula               varchar not null,
    unsigned_cost                 varchar not null,   -- open | reverse | positive
    far_exceeded_permille         bigint not null,
    far_exceeded_deduction_cents  bigint not null,
    excellent_from_cents          bigint not null,
    good_from_cents               bigint not null,
    fair_from_cents               bigint not null,
    low_scoring_below_permille    bigint not null,
    explain_below_permille        bigint not null,
    lagging_below_permille        bigint not null,
    money_gap_permille            bigint not null,
    budget_change_permille        bigint not null,
    lagging_reasons               bigint not null,
    lag_weight_execution          bigint not null,
    lag_weight_score              bigint not null,
    lag_weight_inflation          bigint not null,
    lag_weight_low_scoring        bigint not null,
    lag_weight_unexplained        bigint not null,
    lag_weight_errors             bigint not null
);
-- One row per scheme and number, as the scheme writes it and with what it stands on.
create table scheme_parameter (scheme varchar, parameter varchar, value varchar, basis varchar, reference varchar);
create table scheme_cap (scheme varchar, execution_below_permille bigint, total_at_most_cents bigint, basis varchar, reference varchar);
-- One row per county or printed phrase by which a form is known to follow a scheme.
create table scheme_claim (scheme varchar, county varchar, year_from integer, year_to integer, phrase varchar);
-- One row per scheme that a form may follow by itself: the scheme that the session scores such a form by.
create table applied_scheme (notes_scheme varchar primary key, scheme varchar not null);
create table rule (
    rule varchar primary key, severity varchar not null, zh varchar not null, en varchar not null,
    zh_todo varchar not null, en_todo varchar not null, reference varchar not null
);
create table hedge (word varchar, low_level integer, high_level integer);
create table hedged_phrase (phrase varchar, low_level integer, high_level integer);
create table beside (word varchar, low_level integer, high_level integer);
create table achieved (phrase varchar primary key);
create table target_word (word varchar, role varchar);   -- role: vague | definite
-- One row per text that repeats another form's, found by similar.py. kind: goal | reached | name | reason; n is null for the first two.
create table similar_text (
    kind varchar, evaluation integer, n integer, other_evaluation integer, other_n integer, similar_permille integer
);
-- What reviewers decided, filled anew whenever the journal grew: the last decision on each text of a finding,
-- is_last where it is the last on the finding itself.
create table decision (
    document varchar, place varchar, rule varchar, n integer, cell varchar, found varchar, expected varchar,
    state varchar, reason varchar, who varchar, decided timestamp,   -- UTC
    is_last boolean
);
