-- How the scores of each criterion were spread when a frame was made; unknown for earlier frames.
alter table reference_frames add column score_quantiles jsonb;
