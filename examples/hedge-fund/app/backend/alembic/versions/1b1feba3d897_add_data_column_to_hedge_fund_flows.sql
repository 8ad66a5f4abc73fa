-- add_data_column_to_hedge_fund_flows
--
-- Revision ID: 1b1feba3d897
-- Revises: 5274886e5bee
-- Create Date: 2025-06-22 17:30:50.992184

-- migrate:upgrade
ALTER TABLE hedge_fund_flows ADD COLUMN data JSON;

-- migrate:downgrade
ALTER TABLE hedge_fund_flows DROP COLUMN data;
