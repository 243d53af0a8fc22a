-- The centre's face: what it says of itself, when it is open, what it offers, who shows themselves.
ALTER TABLE centres ADD COLUMN intro TEXT NOT NULL DEFAULT '{"id":"","en":""}';
-- How to come in: where to knock, what to bring.
ALTER TABLE centres ADD COLUMN arrival TEXT NOT NULL DEFAULT '{"id":"","en":""}';

-- Minutes after midnight in the centre's time; Monday is 1. A day with a break has two rows, a closed one none.
CREATE TABLE opening_hours (
    centre_id UUID NOT NULL REFERENCES centres (id),
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens BIGINT NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes BIGINT NOT NULL CHECK (closes BETWEEN 1 AND 1440),
    PRIMARY KEY (centre_id, weekday, opens),
    CHECK (opens < closes)
);

-- National holidays and days of joint leave, from the reference file.
CREATE TABLE holidays (
    day DATE NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('public', 'government')),
    PRIMARY KEY (day, name)
);

CREATE TABLE closures (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    from_on DATE NOT NULL,
    until_on DATE NOT NULL,
    reason TEXT NOT NULL,
    added_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ,
    CHECK (from_on <= until_on)
);
CREATE INDEX closures_by_centre ON closures (centre_id, until_on);

CREATE TABLE services (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    added_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ
);
CREATE INDEX services_by_centre ON services (centre_id);

CREATE TABLE rooms (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    name TEXT NOT NULL,
    seats BIGINT NOT NULL CHECK (seats > 0),
    added_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ
);
CREATE INDEX rooms_by_centre ON rooms (centre_id);

-- Who of the staff agreed to be shown, and with which field; none for work that is no consultant's field.
CREATE TABLE faces (
    person_id UUID NOT NULL REFERENCES people (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    field TEXT,
    agreed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, centre_id)
);
CREATE INDEX faces_by_centre ON faces (centre_id);
