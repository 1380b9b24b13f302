-- What all accounts are measured against, made daily and on demand, never changed.
create table reference_frames (
    frame bigint generated always as identity primary key,
    made_on date not null,
    made_at timestamptz not null default clock_timestamp(),
    cycle text not null,
    company_revenue numeric(19, 4) not null,
    team_hours numeric(12, 2) not null,
    active_accounts integer not null,
    lifetime_value_median numeric(19, 4),
    segments jsonb not null
);

create table scoring_models (
    version integer primary key,
    state text not null,
    published_at timestamptz,
    parameters jsonb not null,
    constraint scoring_models_state check (state in ('DRAFT', 'SIMULATED', 'PUBLISHED', 'RETIRED'))
);

create unique index scoring_models_one_published on scoring_models (state) where state = 'PUBLISHED';

insert into scoring_models (version, state, published_at, parameters)
values (1, 'PUBLISHED', clock_timestamp(), '{
    "weights": {"C1": 20, "C2": 20, "C3": 10, "C4": 20, "C5": 10, "C6": 20},
    "entryThreshold": 70, "exitThreshold": 55, "leastCoverage": 0.70, "strongCriterion": 60,
    "leastStrongCriteria": 3, "boxThreshold": 60, "boxBand": 3,
    "discountRate": 0.10, "horizonYears": 5, "baseRetention": 0.80, "estimateCoverage": 0.5,
    "standardHours": 1, "complexHours": 4, "bespokeHours": 12
}');

create table scores (
    account_id uuid primary key,
    score_id uuid not null,
    epoch bigint not null,
    version bigint not null,
    name text not null,
    status text not null,
    cycle text not null,
    frame bigint not null,
    model_version integer not null,
    as_of date not null,
    facts_epoch bigint not null,
    facts_sequence bigint not null,
    settled boolean not null,
    total numeric(5, 2),
    coverage numeric(5, 4),
    growth numeric(5, 2),
    lifetime_value numeric(19, 4),
    active_years integer not null,
    box text,
    recommended boolean not null,
    recommended_as_emerging boolean not null,
    verdict jsonb not null,
    breakdown jsonb not null,
    computed_at timestamptz not null default clock_timestamp(),
    constraint scores_total check (total between 0 and 100),
    constraint scores_frame foreign key (frame) references reference_frames (frame),
    constraint scores_model foreign key (model_version) references scoring_models (version)
);

create index scores_by_total on scores (coalesce(total, -1) desc, account_id);
create index scores_by_box on scores (box, account_id);

-- Every verdict that was published.
create table score_history (
    score_id uuid primary key,
    account_id uuid not null,
    as_of date not null,
    verdict jsonb not null,
    computed_at timestamptz not null default clock_timestamp()
);

create index score_history_by_account on score_history (account_id, computed_at desc);
