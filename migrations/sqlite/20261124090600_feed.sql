-- The change feed. One writer: numbers are committed in the order they are given.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    tx BIGINT NOT NULL DEFAULT 0,
    centre_id UUID,
    entity TEXT NOT NULL,
    entity_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
