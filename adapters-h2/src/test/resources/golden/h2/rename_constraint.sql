ALTER TABLE runs RENAME CONSTRAINT positive TO "not negative";
