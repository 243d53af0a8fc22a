-- What visitors tell a centre, the answers, and the improvement register.
-- Days until the first answer, by the rule of the day on which a word came.
CREATE TABLE answer_clocks (
    valid_from DATE PRIMARY KEY,
    source TEXT NOT NULL,
    days BIGINT NOT NULL CHECK (days > 0)
);
INSERT INTO answer_clocks (valid_from, source, days) VALUES ('2009-07-18', 'UU 25/2009 pasal 44', 14);

CREATE TABLE feedback (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    kind TEXT NOT NULL CHECK (kind IN ('complaint', 'suggestion')),
    message TEXT NOT NULL,
    name TEXT NOT NULL,
    contact TEXT NOT NULL,
    language TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ
);
CREATE INDEX feedback_by_centre ON feedback (centre_id, created_at);

CREATE TABLE feedback_messages (
    id UUID PRIMARY KEY,
    feedback_id UUID NOT NULL REFERENCES feedback (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    from_centre BOOLEAN NOT NULL,
    author_id UUID REFERENCES people (id),
    text TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX feedback_messages_in_order ON feedback_messages (feedback_id, at);

-- Bilingual texts are JSON. A line may come of nothing that was told: staff see shortcomings too.
CREATE TABLE improvements (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    feedback_id UUID UNIQUE REFERENCES feedback (id),
    heard TEXT NOT NULL,
    action TEXT NOT NULL,
    evidence TEXT NOT NULL,
    progress TEXT NOT NULL CHECK (progress IN ('heard', 'planned', 'fixed')),
    owner_id UUID REFERENCES people (id),
    due_on DATE,
    heard_at TIMESTAMPTZ NOT NULL,
    fixed_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ
);
CREATE INDEX improvements_by_centre ON improvements (centre_id, heard_at);
