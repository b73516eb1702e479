-- What PostgreSQL wants beside the shared schema: indexes for the questions asked most, and a role for those who only read.

CREATE INDEX IF NOT EXISTS dim_report_sha256 ON dim_report (sha256);
CREATE INDEX IF NOT EXISTS dim_report_year_unit ON dim_report (fiscal_year, unit_id);
CREATE INDEX IF NOT EXISTS fact_finding_rule ON fact_finding (rule_id, severity);
CREATE INDEX IF NOT EXISTS fact_indicator_indicator ON fact_indicator (indicator_id);
CREATE INDEX IF NOT EXISTS source_file_sha256 ON source_file (sha256);
CREATE INDEX IF NOT EXISTS source_file_path ON source_file (path);

CREATE INDEX IF NOT EXISTS finding_history_report ON finding_history (report_id);

-- What points somewhere points to something that is there. DuckDB checks the same of each load (src/warehouse/load): its own foreign keys do not
-- allow a row to be replaced within a transaction.
DO $$
DECLARE
  pair TEXT[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['source_file', 'load_id', 'load'],
    ['dim_report', 'load_id', 'load'],
    ['dim_report', 'unit_id', 'dim_unit'],
    ['fact_indicator', 'report_id', 'dim_report'],
    ['fact_indicator', 'indicator_id', 'dim_indicator'],
    ['fact_fund', 'report_id', 'dim_report'],
    ['fact_goal', 'report_id', 'dim_report'],
    ['fact_stated_score', 'report_id', 'dim_report'],
    ['fact_finding', 'report_id', 'dim_report'],
    ['report_record', 'report_id', 'dim_report']
  ] LOOP
    IF NOT EXISTS (
      SELECT 1 FROM pg_constraint WHERE conname = pair[1] || '_' || pair[2] || '_fkey' AND conrelid = pair[1]::regclass
    ) THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %I', pair[1], pair[1] || '_' || pair[2] || '_fkey', pair[2], pair[3]);
    END IF;
  END LOOP;
END $$;

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ziping_analyst') THEN
    CREATE ROLE ziping_analyst NOLOGIN;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ziping_analyst', current_schema());
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO ziping_analyst', current_schema());
  EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT ON TABLES TO ziping_analyst', current_schema());
EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN
  RAISE NOTICE 'The role ziping_analyst was not made: ask the database''s administrator for it (docs/warehouse.md).';
END $$;
