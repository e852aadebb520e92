CREATE TABLE crate (
    id        uuid PRIMARY KEY,
    label     text NOT NULL,
    price     bigint,
    packed_in text,
    finish    text,
    lots      text[],
    weight    numeric
);
