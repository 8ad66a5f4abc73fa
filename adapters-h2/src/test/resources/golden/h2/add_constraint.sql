ALTER TABLE flows ADD CONSTRAINT named CHECK ((CHAR_LENGTH(name) > 0) AND (status <> name));

ALTER TABLE flows ADD CONSTRAINT status_once UNIQUE (status);

ALTER TABLE flows ADD CONSTRAINT flows_status_key UNIQUE (status);

ALTER TABLE runs ADD CONSTRAINT ordered FOREIGN KEY ("order") REFERENCES flows (id) ON DELETE SET NULL ON UPDATE CASCADE;
