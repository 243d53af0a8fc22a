-- Products, their photos and grades; the gallery's collections; buyers' inquiries.
CREATE TABLE products (
    id UUID PRIMARY KEY,
    business_id UUID NOT NULL REFERENCES businesses (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    story TEXT NOT NULL,
    price BIGINT NOT NULL CHECK (price >= 0),
    unit TEXT NOT NULL,
    cost BIGINT,
    moq BIGINT NOT NULL CHECK (moq > 0),
    lead_days BIGINT NOT NULL CHECK (lead_days >= 0),
    capacity BIGINT NOT NULL CHECK (capacity >= 0),
    net_content TEXT NOT NULL,
    shelf_life TEXT NOT NULL,
    label TEXT NOT NULL,
    variants TEXT NOT NULL,
    tiers TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    deleted_at TIMESTAMPTZ
);
CREATE INDEX products_by_business ON products (business_id);

CREATE TABLE product_photos (
    product_id UUID NOT NULL REFERENCES products (id),
    media_id UUID NOT NULL REFERENCES media (id),
    position BIGINT NOT NULL,
    shows_brand BOOLEAN NOT NULL,
    shows_label BOOLEAN NOT NULL,
    alt TEXT NOT NULL,
    PRIMARY KEY (product_id, media_id)
);
CREATE INDEX product_photos_by_media ON product_photos (media_id);

-- A badge: what a released decision gave, until which day it holds. Only the youngest row of a product counts.
CREATE TABLE grades (
    id UUID PRIMARY KEY,
    product_id UUID NOT NULL REFERENCES products (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    entry_id UUID NOT NULL REFERENCES entries (id),
    grade TEXT NOT NULL,
    score BIGINT NOT NULL,
    listed BOOLEAN NOT NULL,
    granted_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    replaced_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX one_grade_a_product ON grades (product_id) WHERE replaced_at IS NULL;
CREATE INDEX grades_by_entry ON grades (entry_id);

CREATE TABLE collections (
    id UUID PRIMARY KEY,
    centre_id UUID NOT NULL REFERENCES centres (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    intro TEXT NOT NULL,
    created_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ
);
CREATE TABLE collection_products (
    collection_id UUID NOT NULL REFERENCES collections (id),
    product_id UUID NOT NULL REFERENCES products (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (collection_id, product_id)
);

CREATE TABLE inquiries (
    id UUID PRIMARY KEY,
    business_id UUID NOT NULL REFERENCES businesses (id),
    centre_id UUID NOT NULL REFERENCES centres (id),
    buyer_name TEXT NOT NULL,
    buyer_contact TEXT NOT NULL,
    buyer_place TEXT NOT NULL,
    wanted_on DATE,
    message TEXT NOT NULL,
    language TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ
);
CREATE INDEX inquiries_by_business ON inquiries (business_id, created_at);
CREATE TABLE inquiry_items (
    inquiry_id UUID NOT NULL REFERENCES inquiries (id),
    product_id UUID NOT NULL REFERENCES products (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (inquiry_id, product_id)
);
CREATE TABLE inquiry_messages (
    id UUID PRIMARY KEY,
    inquiry_id UUID NOT NULL REFERENCES inquiries (id),
    from_maker BOOLEAN NOT NULL,
    text TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX messages_by_inquiry ON inquiry_messages (inquiry_id, at);
