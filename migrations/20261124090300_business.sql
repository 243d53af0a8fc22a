-- The business file: profile, claims, snapshots, size rules, its tasks and its timeline.
CREATE TABLE businesses (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    owner_id UUID NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL,
    kbli_code TEXT,
    kbli_version TEXT,
    district_code TEXT NOT NULL REFERENCES districts (code),
    address TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    founded_year BIGINT,
    channels TEXT NOT NULL,
    whatsapp TEXT,
    photo_id UUID REFERENCES media (id),
    version BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    deleted_at TIMESTAMPTZ
);
CREATE INDEX businesses_by_centre ON businesses (centre_id);
CREATE INDEX businesses_by_owner ON businesses (owner_id);
CREATE INDEX businesses_by_whatsapp ON businesses (whatsapp) WHERE whatsapp IS NOT NULL;
CREATE INDEX businesses_by_photo ON businesses (photo_id) WHERE photo_id IS NOT NULL;

CREATE TABLE claims (
    id UUID PRIMARY KEY,
    business_id UUID NOT NULL REFERENCES businesses (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    evidence_id UUID REFERENCES media (id),
    state TEXT NOT NULL CHECK (state IN ('declared', 'verified', 'rejected')),
    source TEXT NOT NULL,
    verified_by UUID REFERENCES people (id),
    verified_at TIMESTAMPTZ,
    expires_on DATE,
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX claims_by_business ON claims (business_id);
CREATE INDEX claims_by_expiry ON claims (expires_on);

-- Sizes are computed from snapshots by the rule of that day; nobody types a class.
CREATE TABLE snapshots (
    id UUID PRIMARY KEY,
    business_id UUID NOT NULL REFERENCES businesses (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    as_of DATE NOT NULL,
    turnover BIGINT NOT NULL CHECK (turnover >= 0),
    workers_women BIGINT NOT NULL CHECK (workers_women >= 0),
    workers_men BIGINT NOT NULL CHECK (workers_men >= 0),
    evidence TEXT NOT NULL,
    recorded_by UUID NOT NULL REFERENCES people (id),
    recorded_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX snapshots_by_business ON snapshots (business_id, as_of);

CREATE TABLE size_rules (
    valid_from DATE PRIMARY KEY,
    source TEXT NOT NULL,
    micro_max BIGINT NOT NULL,
    small_max BIGINT NOT NULL,
    medium_max BIGINT NOT NULL
);
INSERT INTO size_rules (valid_from, source, micro_max, small_max, medium_max) VALUES
    ('2008-07-04', 'UU 20/2008 art. 6', 300000000, 2500000000, 50000000000),
    ('2021-02-02', 'PP 7/2021 art. 35', 2000000000, 15000000000, 50000000000);

CREATE TABLE tasks (
    id UUID PRIMARY KEY,
    business_id UUID NOT NULL REFERENCES businesses (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    title_id TEXT NOT NULL,
    title_en TEXT NOT NULL,
    detail TEXT NOT NULL,
    clinic_line TEXT,
    source TEXT NOT NULL,
    entry_id UUID,
    owner_id UUID NOT NULL REFERENCES people (id),
    due_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ,
    done_by UUID REFERENCES people (id),
    proof TEXT,
    proof_id UUID REFERENCES media (id)
);
CREATE INDEX tasks_by_owner ON tasks (owner_id, done_at);
CREATE INDEX tasks_by_business ON tasks (business_id);

CREATE TABLE timeline (
    id UUID PRIMARY KEY,
    business_id UUID NOT NULL REFERENCES businesses (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    actor_id UUID REFERENCES people (id),
    kind TEXT NOT NULL,
    facts TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX timeline_by_business ON timeline (business_id, at);
