CREATE TABLE lamp (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CONSTRAINT lamp_name_is_unique UNIQUE
);
