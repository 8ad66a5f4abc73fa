CREATE UNIQUE INDEX "ix status" ON flows (status DESC, name);
