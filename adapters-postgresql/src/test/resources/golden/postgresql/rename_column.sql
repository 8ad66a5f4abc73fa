ALTER TABLE flows RENAME COLUMN notes TO remarks;
