-- Ways back in for who forgot the password: a code from the front desk, or links by e-mail.
CREATE TABLE recoveries (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id),
    way TEXT NOT NULL CHECK (way IN ('desk', 'mail')),
    secret_hash TEXT NOT NULL,
    centre_id UUID REFERENCES centres (id),
    made_by UUID REFERENCES people (id),
    -- What the desk looked at.
    checked TEXT,
    tries BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX recoveries_by_person ON recoveries (person_id);
CREATE INDEX recoveries_by_secret ON recoveries (secret_hash);

-- Mailed even when it was read: whoever took an account over would read it first.
ALTER TABLE notices ADD COLUMN even_if_read BOOLEAN NOT NULL DEFAULT FALSE;
