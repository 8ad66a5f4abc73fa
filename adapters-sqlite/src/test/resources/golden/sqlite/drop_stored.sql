DROP VIEW dated;
