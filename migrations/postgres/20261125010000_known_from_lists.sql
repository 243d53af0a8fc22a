-- Offices' lists know people who have no account, and businesses of whose place only the regency is known.
ALTER TABLE people ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE people DROP CONSTRAINT people_check;
ALTER TABLE people ADD CHECK (password_hash IS NULL OR phone IS NOT NULL OR email IS NOT NULL);

ALTER TABLE businesses ALTER COLUMN district_code DROP NOT NULL;
ALTER TABLE businesses ADD COLUMN other_phone TEXT;
ALTER TABLE businesses ADD COLUMN regency_code TEXT REFERENCES regencies (code);
UPDATE businesses b SET regency_code = d.regency_code FROM districts d WHERE d.code = b.district_code;
ALTER TABLE businesses ALTER COLUMN regency_code SET NOT NULL;
CREATE INDEX businesses_by_regency ON businesses (regency_code);
