-- What every feature shares: pictures, form drafts, tasks, the timeline, notices, jobs and the audit trail.
CREATE TABLE media (
    id UUID PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'document')),
    media_type TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    tint TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    created_by UUID REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL
);

-- Input kept after a refusal or a lost connection. `refusal` holds the typed "no" that the form shows.
CREATE TABLE drafts (
    id UUID PRIMARY KEY,
    person_id UUID,
    form TEXT NOT NULL,
    input TEXT NOT NULL,
    refusal TEXT,
    updated_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX drafts_by_expiry ON drafts (expires_at);

CREATE TABLE jobs (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    once_key TEXT UNIQUE,
    run_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL,
    locked_until TIMESTAMPTZ,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ,
    dead_at TIMESTAMPTZ
);
CREATE INDEX jobs_waiting ON jobs (run_at) WHERE done_at IS NULL AND dead_at IS NULL;

CREATE TABLE notices (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    facts TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ,
    mail_due_at TIMESTAMPTZ,
    mailed_at TIMESTAMPTZ
);
CREATE INDEX notices_by_person ON notices (person_id, created_at);
CREATE INDEX notices_to_mail ON notices (mail_due_at) WHERE mailed_at IS NULL AND mail_due_at IS NOT NULL;

CREATE TABLE audit (
    id UUID PRIMARY KEY,
    centre_id UUID REFERENCES centres (id),
    actor_id UUID REFERENCES people (id),
    act TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    facts TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    seal_id UUID
);
CREATE INDEX audit_by_centre ON audit (centre_id, at);
CREATE INDEX audit_unsealed ON audit (id) WHERE seal_id IS NULL;

-- A seal is the hash of a batch of audit rows and of the seal before it.
CREATE TABLE audit_seals (
    id UUID PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    rows_sealed BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
