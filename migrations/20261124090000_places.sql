-- Provinces, regencies and districts by their official codes; the centres under them.
CREATE TABLE provinces (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    zone TEXT NOT NULL CHECK (zone IN ('wib', 'wita', 'wit'))
);

CREATE TABLE regencies (
    code TEXT PRIMARY KEY,
    province_code TEXT NOT NULL REFERENCES provinces (code),
    name TEXT NOT NULL
);
CREATE INDEX regencies_by_province ON regencies (province_code);

CREATE TABLE districts (
    code TEXT PRIMARY KEY,
    regency_code TEXT NOT NULL REFERENCES regencies (code),
    name TEXT NOT NULL
);
CREATE INDEX districts_by_regency ON districts (regency_code);

CREATE TABLE centres (
    id UUID PRIMARY KEY,
    province_code TEXT NOT NULL REFERENCES provinces (code),
    regency_code TEXT NOT NULL REFERENCES regencies (code),
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    zone TEXT NOT NULL CHECK (zone IN ('wib', 'wita', 'wit')),
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX centres_by_province ON centres (province_code);
