-- What only PostgreSQL can refuse: rows that overlap.
CREATE EXTENSION btree_gist;
CREATE DOMAIN email AS TEXT COLLATE "C" NOT NULL
  CONSTRAINT email_form CHECK (VALUE ~ '^[^@]+@[^@]+$') CONSTRAINT email_length CHECK (length(VALUE) < 200);
CREATE DOMAIN share AS NUMERIC(5, 4) DEFAULT 0.5 CHECK (VALUE BETWEEN 0 AND 1);
CREATE TYPE address AS (street TEXT, zip VARCHAR(10), "Country" CHAR(2));
CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
CREATE TABLE rooms (
  id INTEGER GENERATED ALWAYS AS IDENTITY,
  name TEXT NOT NULL,
  place address,
  heat span,
  PRIMARY KEY (id) INCLUDE (name),
  UNIQUE NULLS NOT DISTINCT (name, place)
);
CREATE TABLE guests (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contact email,
  part share NOT NULL,
  UNIQUE (contact) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE bookings (
  id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  room_id INTEGER NOT NULL REFERENCES rooms,
  guest_id INTEGER REFERENCES guests ON DELETE SET DEFAULT,
  during TSTZRANGE NOT NULL,
  canceled BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT no_overlap EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (NOT canceled)
    DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT not_empty CHECK (NOT isempty(during)) NO INHERIT
);
CREATE INDEX bookings_during ON bookings USING gist (during);
CREATE TABLE rates (
  room_id INTEGER,
  valid DATERANGE,
  price MONEY,
  CONSTRAINT rates_key PRIMARY KEY (room_id, valid WITHOUT OVERLAPS)
);
CREATE TABLE payments (
  booking_id INTEGER,
  room_id INTEGER,
  kept TEXT,
  CONSTRAINT booked FOREIGN KEY (booking_id) REFERENCES bookings ON DELETE SET NULL (booking_id)
);
