DROP VIEW named;
