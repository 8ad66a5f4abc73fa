ALTER TABLE runs RENAME TO "order";

ALTER TABLE audit.log RENAME TO "Log of all";
