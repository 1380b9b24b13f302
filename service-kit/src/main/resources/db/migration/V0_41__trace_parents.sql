-- The span, in the form of W3C Trace Context, that filed a row: who takes the row goes on in its trace.
alter table outbox add column trace_parent text;
alter table stale_marks add column trace_parent text;
alter table shadow.stale_marks add column trace_parent text;
