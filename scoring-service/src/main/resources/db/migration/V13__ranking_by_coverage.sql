-- The usual order of the ranking: first the accounts of which enough is known, by total; then the
-- others, by what is certain.
create index scores_by_standing on scores (
    (status = 'SCORED' and not verdict -> 'reasons' @> '[{"code": "COVERAGE_TOO_LOW"}]') desc,
    (case
        when status = 'SCORED' and not verdict -> 'reasons' @> '[{"code": "COVERAGE_TOO_LOW"}]'
        then total
        else coalesce((verdict ->> 'totalLow')::numeric, -1)
    end) desc,
    account_id);

create index score_history_by_age on score_history (computed_at);
