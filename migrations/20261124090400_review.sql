-- The review engine: rubrics, rounds, entries, assignments, scores, decisions, appeals. Curation is its first user.
CREATE TABLE rubrics (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    category TEXT NOT NULL,
    version BIGINT NOT NULL,
    band_a BIGINT NOT NULL,
    band_b BIGINT NOT NULL,
    band_c BIGINT NOT NULL,
    gap BIGINT NOT NULL,
    created_by UUID REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    UNIQUE (centre_id, category, version)
);

-- `labels` holds the five labelled values, `advice` what to do about a weak one; both in both languages.
CREATE TABLE criteria (
    id UUID PRIMARY KEY,
    rubric_id UUID NOT NULL REFERENCES rubrics (id),
    position BIGINT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('weighted', 'gate', 'independent')),
    weight BIGINT NOT NULL CHECK (weight BETWEEN 0 AND 100),
    title TEXT NOT NULL,
    hint TEXT NOT NULL,
    labels TEXT NOT NULL,
    advice TEXT NOT NULL,
    clinic_line TEXT NOT NULL,
    UNIQUE (rubric_id, key)
);

CREATE TABLE rounds (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    name TEXT NOT NULL,
    categories TEXT NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    submit_until TIMESTAMPTZ NOT NULL,
    score_until TIMESTAMPTZ NOT NULL,
    released_at TIMESTAMPTZ,
    appeal_days BIGINT NOT NULL,
    reviewer_cap BIGINT CHECK (reviewer_cap > 0),
    last_number BIGINT NOT NULL,
    created_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    CHECK (opens_at < submit_until AND submit_until < score_until)
);
CREATE INDEX rounds_by_centre ON rounds (centre_id, opens_at);

-- `number` is what curators see instead of a name: "Contoh 7". `sitting` counts reviews of the entry: 1, after a granted
-- appeal 2, whose scores may come until `score_until`. A product taken back may come again in the same round.
CREATE TABLE entries (
    id UUID PRIMARY KEY,
    round_id UUID NOT NULL REFERENCES rounds (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    business_id UUID NOT NULL REFERENCES businesses (id),
    subject_id UUID NOT NULL,
    rubric_id UUID NOT NULL REFERENCES rubrics (id),
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    frozen TEXT NOT NULL,
    previous_id UUID REFERENCES entries (id),
    submitted_by UUID NOT NULL REFERENCES people (id),
    submitted_at TIMESTAMPTZ NOT NULL,
    withdrawn_at TIMESTAMPTZ,
    reviewers_wanted BIGINT NOT NULL,
    sitting BIGINT NOT NULL,
    score_until TIMESTAMPTZ,
    UNIQUE (round_id, number)
);
CREATE UNIQUE INDEX one_entry_a_round ON entries (round_id, subject_id) WHERE withdrawn_at IS NULL;
CREATE INDEX entries_by_subject ON entries (subject_id);
CREATE INDEX entries_by_business ON entries (business_id);

-- `turn` is the reviewer's seat: 1 and 2, and 3 after a gap. Each seat is taken once a sitting.
CREATE TABLE assignments (
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    reviewer_id UUID NOT NULL REFERENCES people (id),
    sitting BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    assigned_at TIMESTAMPTZ NOT NULL,
    skipped_at TIMESTAMPTZ,
    abstained_at TIMESTAMPTZ,
    abstain_reason TEXT,
    scored_at TIMESTAMPTZ,
    total BIGINT,
    UNIQUE (entry_id, reviewer_id)
);
CREATE INDEX assignments_by_reviewer ON assignments (reviewer_id, scored_at);
CREATE UNIQUE INDEX one_reviewer_a_seat ON assignments (entry_id, sitting, turn) WHERE abstained_at IS NULL;

CREATE TABLE scores (
    assignment_id UUID NOT NULL REFERENCES assignments (id),
    criterion_id UUID NOT NULL REFERENCES criteria (id),
    value BIGINT NOT NULL CHECK (value BETWEEN 1 AND 5),
    note TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (assignment_id, criterion_id)
);

CREATE TABLE decisions (
    entry_id UUID NOT NULL REFERENCES entries (id),
    sitting BIGINT NOT NULL,
    proposed TEXT NOT NULL,
    decision TEXT NOT NULL,
    grade TEXT NOT NULL,
    score BIGINT NOT NULL,
    spread BIGINT NOT NULL,
    reviewers BIGINT NOT NULL,
    reason TEXT NOT NULL,
    decided_by UUID NOT NULL REFERENCES people (id),
    decided_at TIMESTAMPTZ NOT NULL,
    released_at TIMESTAMPTZ,
    PRIMARY KEY (entry_id, sitting)
);

CREATE TABLE appeals (
    id UUID PRIMARY KEY,
    entry_id UUID NOT NULL REFERENCES entries (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    reason TEXT NOT NULL,
    made_by UUID NOT NULL REFERENCES people (id),
    made_at TIMESTAMPTZ NOT NULL,
    granted BOOLEAN,
    answer TEXT,
    answered_by UUID REFERENCES people (id),
    answered_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX one_open_appeal ON appeals (entry_id) WHERE answered_at IS NULL;

-- What a reviewer knows about, and whom they said they must not judge.
CREATE TABLE expertise (
    person_id UUID NOT NULL REFERENCES people (id),
    category TEXT NOT NULL,
    PRIMARY KEY (person_id, category)
);
CREATE TABLE conflicts (
    person_id UUID NOT NULL REFERENCES people (id),
    business_id UUID NOT NULL REFERENCES businesses (id),
    kind TEXT NOT NULL CHECK (kind IN ('declared', 'owner', 'client')),
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, business_id, kind)
);

-- Whoever must not judge a business: by their own word, or because other rows say so. Its owner; who sent its products in,
-- counted its turnover or declared its licences; who shares its phone, or a business of whom does. The one place that
-- is asked; a row may come twice.
CREATE VIEW barred AS
SELECT business_id, person_id FROM conflicts
UNION ALL SELECT id, owner_id FROM businesses
UNION ALL SELECT business_id, submitted_by FROM entries
UNION ALL SELECT business_id, recorded_by FROM snapshots
UNION ALL SELECT business_id, actor_id FROM timeline WHERE kind = 'claim_declared' AND actor_id IS NOT NULL
UNION ALL SELECT b.id, p.id FROM businesses b JOIN people p ON p.phone = b.whatsapp
UNION ALL SELECT b.id, o.owner_id FROM businesses b JOIN businesses o ON o.whatsapp = b.whatsapp AND o.id <> b.id;
