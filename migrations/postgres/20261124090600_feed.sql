-- The change feed. A transaction may take its number early and commit late; readers therefore stay below the oldest
-- running transaction, which each row names.
CREATE TABLE changes (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    centre_id UUID,
    entity TEXT NOT NULL,
    entity_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
-- Readers walk in this order: a transaction's identity and number need not grow together.
CREATE INDEX changes_in_order ON changes (tx, number);
