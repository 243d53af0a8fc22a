-- Short news of a centre.
CREATE TABLE news (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    photo_id UUID REFERENCES media (id),
    alt TEXT NOT NULL,
    written_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ
);
CREATE INDEX news_by_centre ON news (centre_id, published_at);
CREATE INDEX news_by_photo ON news (photo_id) WHERE photo_id IS NOT NULL;
