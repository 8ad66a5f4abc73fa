-- add_api_keys_table
--
-- Revision ID: d5e78f9a1b2c
-- Revises: 3f9a6b7c8d2e
-- Create Date: 2025-07-27 15:20:00.000000

-- migrate:upgrade
CREATE TABLE api_keys (
  id INTEGER NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP WITH TIME ZONE,
  provider VARCHAR(100) NOT NULL,
  key_value TEXT NOT NULL,
  is_active BOOLEAN,
  description TEXT,
  last_used TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (id),
  UNIQUE (provider)
);
CREATE INDEX ix_api_keys_id ON api_keys (id);
CREATE INDEX ix_api_keys_provider ON api_keys (provider);

-- migrate:downgrade
DROP INDEX ix_api_keys_provider;
DROP INDEX ix_api_keys_id;
DROP TABLE api_keys;
