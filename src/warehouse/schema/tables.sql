-- The star schema, in SQL that DuckDB and PostgreSQL accept alike. Amounts are in yuan, percentages in percent, times in UTC.
-- Evidence (page_number …) says where the figure stands: pages and lines count from 1; tables, rows and columns from 0.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY);

-- Lineage ------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS load (
  load_id VARCHAR NOT NULL PRIMARY KEY,
  pipeline_version VARCHAR NOT NULL,
  started_at TIMESTAMP NOT NULL,
  loaded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE load IS 'One transaction that brought documents into the warehouse.';
COMMENT ON COLUMN load.pipeline_version IS 'Package version and a digest of the code that reads and judges; it changes when either changes.';

CREATE TABLE IF NOT EXISTS source_file (
  source_file_id VARCHAR NOT NULL PRIMARY KEY,
  path VARCHAR NOT NULL,
  file_name VARCHAR NOT NULL,
  sha256 VARCHAR,
  byte_length BIGINT,
  modified_at TIMESTAMP,
  outcome VARCHAR NOT NULL,
  message VARCHAR,
  remedy VARCHAR,
  pipeline_version VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
COMMENT ON TABLE source_file IS 'One file and its content as last judged, whether it gave a record or not. A changed file has one row for each content.';
COMMENT ON COLUMN source_file.source_file_id IS 'Digest of path and content.';
COMMENT ON COLUMN source_file.sha256 IS 'Hash of the content; null when the file could not be opened.';
COMMENT ON COLUMN source_file.outcome IS 'read, or the code of the fault: empty, unsupported-type, encrypted, corrupt, too-large, timeout, no-text.';

-- Dimensions ---------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS dim_unit (
  unit_id VARCHAR NOT NULL PRIMARY KEY,
  unit VARCHAR,
  department VARCHAR
);
COMMENT ON TABLE dim_unit IS 'Who carries out the project (unit) and who answers for it (department), as reports name them.';

CREATE TABLE IF NOT EXISTS dim_report (
  report_id VARCHAR NOT NULL PRIMARY KEY,
  sha256 VARCHAR NOT NULL,
  part INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  title VARCHAR,
  fiscal_year INTEGER,
  project_name VARCHAR,
  unit_id VARCHAR,
  report_date VARCHAR,
  stated_total DECIMAL(24, 6),
  full_marks DECIMAL(24, 6),
  grade VARCHAR,
  grade_band VARCHAR CHECK (grade_band IN ('excellent', 'good', 'fair', 'poor')),
  media_type VARCHAR NOT NULL,
  page_count INTEGER,
  text_layer VARCHAR,
  is_report BOOLEAN NOT NULL,
  is_complete BOOLEAN NOT NULL,
  repair_count INTEGER NOT NULL,
  warning_count INTEGER NOT NULL,
  pipeline_version VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);
COMMENT ON TABLE dim_report IS 'One self-evaluation report; a file may hold several (part), several files the same (sha256).';
COMMENT ON COLUMN dim_report.fiscal_year IS 'The year evaluated, not the year of writing.';
COMMENT ON COLUMN dim_report.stated_total IS 'The last total that the report states.';
COMMENT ON COLUMN dim_report.is_report IS 'False for a readable document that is no self-evaluation.';
COMMENT ON COLUMN dim_report.is_complete IS 'False when rows may have been lost in reading.';

CREATE TABLE IF NOT EXISTS dim_indicator (
  indicator_id VARCHAR NOT NULL PRIMARY KEY,
  category VARCHAR NOT NULL,
  level1 VARCHAR NOT NULL,
  level2 VARCHAR NOT NULL,
  level3 VARCHAR NOT NULL
);
COMMENT ON TABLE dim_indicator IS 'An indicator as named: class, its three levels. The same name under the same levels is the same indicator in every report.';

CREATE TABLE IF NOT EXISTS dim_rule (
  rule_id VARCHAR NOT NULL PRIMARY KEY,
  severity VARCHAR NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  title_zh VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  source VARCHAR NOT NULL
);
COMMENT ON TABLE dim_rule IS 'The catalogue of rules; source is the regulation or auditor''s check that asks for the rule.';

-- Facts --------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS fact_indicator (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  indicator_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('quantitative', 'qualitative')),
  direction VARCHAR NOT NULL,
  target VARCHAR NOT NULL,
  target_operator VARCHAR,
  target_value DECIMAL(24, 6),
  target_upper DECIMAL(24, 6),
  target_unit VARCHAR,
  actual VARCHAR NOT NULL,
  actual_value DECIMAL(24, 6),
  actual_unit VARCHAR,
  weight DECIMAL(24, 6),
  score DECIMAL(24, 6),
  completion_rate DECIMAL(24, 6),
  deviation_reason VARCHAR NOT NULL,
  is_part BOOLEAN NOT NULL,
  is_doubtful BOOLEAN NOT NULL,
  confidence DECIMAL(5, 4) NOT NULL,
  page_number INTEGER,
  table_index INTEGER,
  row_index INTEGER,
  column_index INTEGER,
  line_number INTEGER,
  PRIMARY KEY (report_id, ordinal)
);
COMMENT ON TABLE fact_indicator IS 'One row of an indicator table, or an indicator told in prose, in reading order.';
COMMENT ON COLUMN fact_indicator.target_value IS 'The target as a quantity; the lower bound of a range. Null when it is no quantity.';
COMMENT ON COLUMN fact_indicator.target_upper IS 'The upper bound of a range.';
COMMENT ON COLUMN fact_indicator.is_part IS 'A part (其中) of another row, left out of sums.';
COMMENT ON COLUMN fact_indicator.is_doubtful IS 'A figure of the row was read with doubt.';

CREATE TABLE IF NOT EXISTS fact_fund (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  source VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  depth INTEGER,
  initial_budget DECIMAL(24, 6),
  adjusted_budget DECIMAL(24, 6),
  received DECIMAL(24, 6),
  executed DECIMAL(24, 6),
  balance DECIMAL(24, 6),
  execution_rate DECIMAL(24, 6),
  weight DECIMAL(24, 6),
  score DECIMAL(24, 6),
  is_doubtful BOOLEAN NOT NULL,
  page_number INTEGER,
  table_index INTEGER,
  row_index INTEGER,
  column_index INTEGER,
  line_number INTEGER,
  PRIMARY KEY (report_id, ordinal)
);
COMMENT ON TABLE fact_fund IS 'One row of the budget-execution table. Amounts in yuan.';
COMMENT ON COLUMN fact_fund.source IS 'total, fiscal, current_fiscal, carryover, central, provincial, municipal, county, special_account, unit_own or other.';
COMMENT ON COLUMN fact_fund.depth IS '0 the total, 1 its sources, 2 a part of a source.';

CREATE TABLE IF NOT EXISTS fact_stated_score (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  scope VARCHAR NOT NULL CHECK (scope IN ('total', 'section', 'level1', 'level2')),
  name VARCHAR NOT NULL,
  score DECIMAL(24, 6),
  full_marks DECIMAL(24, 6),
  is_doubtful BOOLEAN NOT NULL,
  page_number INTEGER,
  table_index INTEGER,
  row_index INTEGER,
  column_index INTEGER,
  line_number INTEGER,
  PRIMARY KEY (report_id, ordinal)
);
COMMENT ON TABLE fact_stated_score IS 'One total or subtotal that a report states, wherever it states it.';

CREATE TABLE IF NOT EXISTS fact_finding (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  rule_id VARCHAR NOT NULL,
  severity VARCHAR NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  cause VARCHAR NOT NULL CHECK (cause IN ('report', 'extraction')),
  subject VARCHAR NOT NULL,
  stated VARCHAR,
  recomputed VARCHAR,
  stated_value DECIMAL(24, 6),
  recomputed_value DECIMAL(24, 6),
  difference VARCHAR,
  message_zh VARCHAR NOT NULL,
  message_en VARCHAR NOT NULL,
  path VARCHAR NOT NULL,
  page_number INTEGER,
  table_index INTEGER,
  row_index INTEGER,
  column_index INTEGER,
  line_number INTEGER,
  quote VARCHAR,
  PRIMARY KEY (report_id, ordinal)
);
COMMENT ON TABLE fact_finding IS 'One contradiction found in a report by the pipeline that read it last.';
COMMENT ON COLUMN fact_finding.cause IS 'report: the author''s figures disagree; extraction: the reading itself is doubtful.';
COMMENT ON COLUMN fact_finding.stated_value IS 'What the report states, where it is a number.';
COMMENT ON COLUMN fact_finding.path IS 'JSON pointer to the field of the record at fault.';

CREATE TABLE IF NOT EXISTS finding_history (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL,
  rule_id VARCHAR NOT NULL,
  severity VARCHAR NOT NULL,
  cause VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  stated VARCHAR,
  recomputed VARCHAR,
  difference VARCHAR,
  path VARCHAR NOT NULL,
  pipeline_version VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL,
  replaced_by_load_id VARCHAR NOT NULL
);
COMMENT ON TABLE finding_history IS 'Findings of earlier pipelines, moved here when a newer reading of the same content replaced them.';

CREATE TABLE IF NOT EXISTS report_record (
  report_id VARCHAR NOT NULL PRIMARY KEY,
  record VARCHAR NOT NULL
);
COMMENT ON TABLE report_record IS 'The whole record as JSON (docs/record.schema.json), where the loader was asked to keep it.';
