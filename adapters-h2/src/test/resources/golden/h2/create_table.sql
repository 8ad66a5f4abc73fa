CREATE TABLE "group" (
  "key" INTEGER NOT NULL,
  "first name" TEXT DEFAULT 'it''s' NOT NULL,
  token UUID DEFAULT (RANDOM_UUID()),
  size INTEGER DEFAULT -1,
  kind ENUM('one', 'two') DEFAULT 'one',
  tags VARCHAR(20) ARRAY[10],
  CONSTRAINT group_pkey PRIMARY KEY ("key"),
  CONSTRAINT "size once" UNIQUE (size),
  CONSTRAINT sized CHECK (size <> 0),
  CONSTRAINT other CHECK (size <> "key")
);

CREATE INDEX ix_group_token ON "group" (token DESC);
