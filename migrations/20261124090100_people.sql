-- People, their roles, sessions, consents, and who read whose data.
CREATE TABLE people (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT UNIQUE,
    email TEXT UNIQUE,
    password_hash TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('id', 'en')),
    mail_digest BOOLEAN NOT NULL,
    quiet_from BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_until BIGINT NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
    created_at TIMESTAMPTZ NOT NULL,
    disabled_at TIMESTAMPTZ,
    CHECK (phone IS NOT NULL OR email IS NOT NULL)
);

CREATE TABLE memberships (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    centre_id UUID REFERENCES centres (id),
    province_code TEXT REFERENCES provinces (code),
    granted_by UUID REFERENCES people (id),
    granted_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX memberships_by_person ON memberships (person_id);
CREATE INDEX memberships_by_centre ON memberships (centre_id, role);
CREATE UNIQUE INDEX one_membership_a_role ON memberships (person_id, role, centre_id) WHERE ended_at IS NULL;

CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    role TEXT NOT NULL,
    contact TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    invited_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    accepted_by UUID REFERENCES people (id),
    accepted_at TIMESTAMPTZ,
    withdrawn_at TIMESTAMPTZ
);
CREATE INDEX invitations_by_centre ON invitations (centre_id);

-- The web sessions of browsers. `person_id` stands beside the data so that "sign out everywhere" is one statement.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    person_id UUID,
    data TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE consents (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    wording BIGINT NOT NULL,
    given_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX one_consent_a_purpose ON consents (person_id, purpose) WHERE revoked_at IS NULL;

-- Every reading of another's personal data, from the first day (UU PDP 27/2022).
CREATE TABLE readings (
    id UUID PRIMARY KEY,
    reader_id UUID NOT NULL REFERENCES people (id),
    subject_id UUID NOT NULL REFERENCES people (id),
    what TEXT NOT NULL,
    role TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX readings_by_subject ON readings (subject_id, at);
