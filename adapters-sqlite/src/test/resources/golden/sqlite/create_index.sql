CREATE UNIQUE INDEX "ix lower" ON flows (lower(name), (name || status), status COLLATE NOCASE DESC) WHERE status IS NOT NULL;
