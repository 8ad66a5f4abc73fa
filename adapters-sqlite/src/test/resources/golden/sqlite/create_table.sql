CREATE TABLE "group" (
  "key" INTEGER NOT NULL CONSTRAINT group_pkey PRIMARY KEY AUTOINCREMENT,
  "first name" TEXT DEFAULT 'it''s' NOT NULL,
  token TEXT DEFAULT (lower(hex(randomblob(16)))),
  size INTEGER DEFAULT -1,
  CONSTRAINT "name once" UNIQUE ("first name"),
  CONSTRAINT group_size_check CHECK (size <> 0),
  CONSTRAINT group_check CHECK (size <> "key")
) STRICT;

CREATE INDEX ix_group_token ON "group" (token DESC);

CREATE TABLE pairs (
  one TEXT NOT NULL,
  two TEXT NOT NULL,
  CONSTRAINT pairs_pkey PRIMARY KEY (two DESC, one)
) WITHOUT ROWID;
