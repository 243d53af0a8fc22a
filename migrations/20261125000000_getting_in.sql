-- The browsers somebody signed in with, tries at the doors, and what may be asked beside or instead of a password.
CREATE TABLE devices (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    -- One browser, several people: a family shares a phone.
    token_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    first_seen_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX one_device_a_person ON devices (person_id, token_hash);
ALTER TABLE sessions ADD COLUMN device_id UUID REFERENCES devices (id);
CREATE INDEX sessions_by_device ON sessions (device_id);

-- Tries since the first one of a window. The subject is a hash: numbers without an account are tried too.
CREATE TABLE tries (
    subject TEXT PRIMARY KEY,
    count BIGINT NOT NULL,
    since TIMESTAMPTZ NOT NULL
);
CREATE INDEX tries_by_age ON tries (since);

CREATE TABLE second_steps (
    person_id UUID PRIMARY KEY REFERENCES people (id),
    -- Sealed by the vault.
    secret TEXT NOT NULL,
    confirmed_at TIMESTAMPTZ,
    -- The last step of time whose code was taken: a code opens once.
    last_step BIGINT NOT NULL
);

CREATE TABLE spare_codes (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    code_hash TEXT NOT NULL
);
CREATE INDEX spare_codes_by_person ON spare_codes (person_id);

CREATE TABLE passkeys (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    credential_id TEXT NOT NULL UNIQUE,
    credential TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX passkeys_by_person ON passkeys (person_id);
