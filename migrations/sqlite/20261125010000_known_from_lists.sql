-- no-transaction
-- Offices' lists know people who have no account, and businesses of whose place only the regency is known. SQLite cannot
-- loosen a column, so both tables are made anew, as https://www.sqlite.org/lang_altertable.html#otheralter has it.
PRAGMA foreign_keys = OFF;
-- Views name the tables while they are away.
PRAGMA legacy_alter_table = ON;
BEGIN IMMEDIATE;
CREATE TABLE people_new (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT UNIQUE,
    email TEXT UNIQUE,
    -- NULL: no account.
    password_hash TEXT,
    language TEXT NOT NULL CHECK (language IN ('id', 'en')),
    mail_digest BOOLEAN NOT NULL,
    quiet_from BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_until BIGINT NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
    created_at TIMESTAMPTZ NOT NULL,
    disabled_at TIMESTAMPTZ,
    CHECK (password_hash IS NULL OR phone IS NOT NULL OR email IS NOT NULL)
);
INSERT INTO people_new (id, name, phone, email, password_hash, language, mail_digest, quiet_from, quiet_until, created_at, disabled_at)
SELECT id, name, phone, email, password_hash, language, mail_digest, quiet_from, quiet_until, created_at, disabled_at FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;

CREATE TABLE businesses_new (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    owner_id UUID NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL,
    kbli_code TEXT,
    kbli_version TEXT,
    regency_code TEXT NOT NULL REFERENCES regencies (code),
    district_code TEXT REFERENCES districts (code),
    address TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    founded_year BIGINT,
    channels TEXT NOT NULL,
    whatsapp TEXT,
    other_phone TEXT,
    photo_id UUID REFERENCES media (id),
    version BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    deleted_at TIMESTAMPTZ
);
INSERT INTO businesses_new (id, centre_id, owner_id, name, slug, story, kbli_code, kbli_version, regency_code, district_code, address,
    latitude, longitude, founded_year, channels, whatsapp, photo_id, version, created_at, deleted_at)
SELECT b.id, b.centre_id, b.owner_id, b.name, b.slug, b.story, b.kbli_code, b.kbli_version, d.regency_code, b.district_code, b.address,
    b.latitude, b.longitude, b.founded_year, b.channels, b.whatsapp, b.photo_id, b.version, b.created_at, b.deleted_at
FROM businesses b JOIN districts d ON d.code = b.district_code;
DROP TABLE businesses;
ALTER TABLE businesses_new RENAME TO businesses;
CREATE INDEX businesses_by_centre ON businesses (centre_id);
CREATE INDEX businesses_by_owner ON businesses (owner_id);
CREATE INDEX businesses_by_regency ON businesses (regency_code);
CREATE INDEX businesses_by_whatsapp ON businesses (whatsapp) WHERE whatsapp IS NOT NULL;
CREATE INDEX businesses_by_photo ON businesses (photo_id) WHERE photo_id IS NOT NULL;
COMMIT;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_keys = ON;
