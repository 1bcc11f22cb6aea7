-- The facts of one generation. Money in 万元, rates 0-1, points as filed. A `_step` is one unit of the last decimal printed.
-- DECIMAL(18, 6) is kept as a 64-bit integer: every engine compares it exactly.

create table document (
    document    varchar primary key,      -- sha256 of the original's bytes
    name        varchar not null,
    received    timestamp not null,       -- UTC
    reader      varchar not null
);

create table evaluation (
    evaluation        integer primary key,
    document          varchar not null,
    place             varchar not null,
    layout            varchar not null,
    year              integer,
    county            varchar,
    department        varchar,
    unit              varchar,
    project           varchar,
    goal              varchar,
    goal_reached      varchar,
    total_points      decimal(18, 6),
    filed_total       decimal(18, 6),
    filed_total_step  decimal(18, 6),
    filed_grade       varchar,
    notes             varchar,            -- what is printed on the form: how to fill it in, how to score
    remarks           varchar,            -- what was written about the form as a whole, a line for each remark
    total_cell        varchar,
    filled_cells      integer not null,
    accounted_cells   integer not null,
    content           varchar not null,   -- digest of what was read: the same content saved again is unchanged
    version           integer not null,   -- 1, 2, … of the same project, department and year
    superseded_by     integer,            -- the evaluation that corrected this one; null for the one in force
    held              varchar             -- why it waits for a person, codes joined by ";"; null when it counts
);

create table funding (
    evaluation           integer not null,
    source_of_funds      varchar not null,   -- total | appropriation | carry_over | other
    initial_budget_wan   decimal(18, 6),
    adjusted_budget_wan  decimal(18, 6),
    executed_wan         decimal(18, 6),
    points               decimal(18, 6),
    filed_rate           decimal(18, 6),
    filed_rate_step      decimal(18, 6),
    filed_score          decimal(18, 6),
    filed_score_step     decimal(18, 6),
    cell                 varchar not null
);

create table indicator (
    evaluation        integer not null,
    n                 integer not null,
    level1            varchar,
    level1_points     decimal(18, 6),
    level2            varchar,
    name              varchar,
    target            varchar,
    actual            varchar,
    target_operator   varchar,            -- >= > <= < = or null
    target_low        varchar,            -- as printed, in target_unit; a date as yyyy-mm-dd
    target_high       varchar,
    target_unit       varchar,
    target_kind       varchar not null,
    target_signed     boolean not null,
    target_year       integer,
    target_family     varchar,
    target_base_low   decimal(18, 6),     -- in the base unit of its family; null where open
    target_base_high  decimal(18, 6),
    actual_operator   varchar,
    actual_low        varchar,
    actual_high       varchar,
    actual_unit       varchar,
    actual_kind       varchar not null,
    actual_signed     boolean not null,
    actual_year       integer,
    actual_family     varchar,
    actual_base_low   decimal(18, 6),
    actual_base_high  decimal(18, 6),
    points            decimal(18, 6),
    filed_score       decimal(18, 6),
    filed_score_step  decimal(18, 6),
    method            varchar,
    reason            varchar,
    cell              varchar not null,
    target_cell       varchar,
    actual_cell       varchar,
    score_cell        varchar
);

-- A form that came again unchanged, in another document.
create table repeated (
    evaluation  integer not null,
    document    varchar not null
);

create table issue (
    document    varchar not null,
    evaluation  integer,                  -- null where no form claims the cell
    place       varchar not null,
    code        varchar not null,
    detail      varchar not null
);

create table refused (
    name      varchar not null,
    place     varchar not null,
    code      varchar not null,
    text      varchar not null,           -- the sentence in Chinese
    told      varchar not null,           -- the same for any language
    received  timestamp not null          -- UTC
);

-- What a person put right by hand: a cell of the original (`cell`) or what the form is about (`field`).
create table repair (
    document  varchar not null,
    place     varchar not null,           -- of the form in its document
    cell      varchar,
    field     varchar,                    -- year | county | department | unit | project
    was       varchar,
    text      varchar not null,
    reason    varchar not null,
    who       varchar not null,
    repaired  timestamp not null          -- UTC
);

-- Other names, renames and mergers: a form of a year between the two counts for `current_name`.
create table department_name (
    name          varchar not null,
    current_name  varchar not null,
    from_year     integer,                -- null: since ever
    to_year       integer                 -- null: to this day
);

create table expected_filing (
    year        integer not null,
    department  varchar not null,
    unit        varchar,
    project     varchar not null
);
