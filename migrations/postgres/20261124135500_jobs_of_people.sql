-- Whose a job is; no one's when it is for the whole product. Its centre's staff may see it and have it tried again.
ALTER TABLE jobs ADD COLUMN person_id UUID;
UPDATE jobs SET person_id = (payload::json ->> 'person')::uuid WHERE kind = 'mail_notices';
CREATE INDEX jobs_dead ON jobs (dead_at) WHERE dead_at IS NOT NULL;
