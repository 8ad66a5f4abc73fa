ALTER TABLE runs RENAME TO "order";
