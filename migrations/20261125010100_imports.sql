-- Lists of offices: what was read, what became of each row, and which businesses came of it.
CREATE TABLE imports (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    file_name TEXT NOT NULL,
    started_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    applied_at TIMESTAMPTZ,
    undone_at TIMESTAMPTZ
);
CREATE INDEX imports_by_centre ON imports (centre_id, created_at);

CREATE TABLE import_rows (
    id UUID PRIMARY KEY,
    import_id UUID NOT NULL REFERENCES imports (id),
    -- The order in the file; sheet and row are as a spreadsheet program shows them.
    place BIGINT NOT NULL,
    sheet TEXT NOT NULL,
    row_number BIGINT NOT NULL,
    -- What was read, as JSON.
    facts TEXT NOT NULL,
    -- What stood there, as JSON: pairs of heading and cell.
    cells TEXT NOT NULL,
    codes TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('import', 'reject', 'duplicate', 'left_out')),
    -- The business it repeats, or the row of this list.
    repeats_business UUID REFERENCES businesses (id),
    repeats_row UUID REFERENCES import_rows (id),
    mended_at TIMESTAMPTZ,
    -- The business that came of it.
    business_id UUID REFERENCES businesses (id)
);
CREATE UNIQUE INDEX import_rows_in_order ON import_rows (import_id, place);
CREATE INDEX import_rows_by_business ON import_rows (business_id) WHERE business_id IS NOT NULL;

-- The official classification of business lines, as the ministry publishes it; imported, not shipped.
CREATE TABLE kbli_codes (
    version TEXT NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (version, code)
);
