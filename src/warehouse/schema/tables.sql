-- The star schema, in SQL that DuckDB and PostgreSQL accept alike. Amounts are in yuan, percentages in percent, times in UTC.
-- What each table and column means stands in comments.sql. What a value may be stands here, as constraints; what a load must add up to is
-- checked by src/warehouse/load.

CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, definition VARCHAR NOT NULL);

-- Lineage ------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS load (
  load_id VARCHAR NOT NULL PRIMARY KEY,
  pipeline_version VARCHAR NOT NULL,
  started_at TIMESTAMP NOT NULL,
  loaded_at TIMESTAMP NOT NULL
);

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
  load_id VARCHAR NOT NULL,
  CHECK (outcome <> 'read' OR sha256 IS NOT NULL),
  CHECK ((outcome = 'read') = (remedy IS NULL))
);

-- Dimensions ---------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS dim_unit (
  unit_id VARCHAR NOT NULL PRIMARY KEY,
  unit VARCHAR,
  department VARCHAR
);

CREATE TABLE IF NOT EXISTS dim_report (
  report_id VARCHAR NOT NULL PRIMARY KEY,
  sha256 VARCHAR NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 1),
  kind VARCHAR NOT NULL CHECK (kind IN ('project', 'department', 'policy', 'transfer', 'unknown')),
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
  page_count INTEGER CHECK (page_count >= 0),
  text_layer VARCHAR CHECK (text_layer IN ('native', 'ocr', 'mixed')),
  is_report BOOLEAN NOT NULL,
  is_complete BOOLEAN NOT NULL,
  repair_count INTEGER NOT NULL CHECK (repair_count >= 0),
  warning_count INTEGER NOT NULL CHECK (warning_count >= 0),
  pipeline_version VARCHAR NOT NULL,
  load_id VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS dim_indicator (
  indicator_id VARCHAR NOT NULL PRIMARY KEY,
  category VARCHAR NOT NULL
    CHECK (category IN ('execution', 'decision', 'process', 'output', 'cost', 'benefit', 'satisfaction', 'other')),
  level1 VARCHAR NOT NULL,
  level2 VARCHAR NOT NULL,
  level3 VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS dim_rule (
  rule_id VARCHAR NOT NULL PRIMARY KEY,
  severity VARCHAR NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  title_zh VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  source VARCHAR NOT NULL
);

-- Facts --------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS fact_indicator (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  indicator_id VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('quantitative', 'qualitative')),
  direction VARCHAR NOT NULL CHECK (direction IN ('higher', 'lower', 'equal', 'range', 'none')),
  target VARCHAR NOT NULL,
  target_operator VARCHAR CHECK (target_operator IN ('>=', '>', '<=', '<', '=', 'range')),
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
  confidence DECIMAL(5, 4) NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  page_number INTEGER,
  table_index INTEGER,
  row_index INTEGER,
  column_index INTEGER,
  line_number INTEGER,
  PRIMARY KEY (report_id, ordinal)
);

CREATE TABLE IF NOT EXISTS fact_fund (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  source VARCHAR NOT NULL CHECK (source IN ('total', 'fiscal', 'current_fiscal', 'carryover', 'central', 'provincial', 'municipal',
    'county', 'special_account', 'unit_own', 'other')),
  label VARCHAR NOT NULL,
  depth INTEGER CHECK (depth >= 0),
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

CREATE TABLE IF NOT EXISTS fact_goal (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  target VARCHAR NOT NULL,
  actual VARCHAR NOT NULL,
  page_number INTEGER,
  table_index INTEGER,
  row_index INTEGER,
  column_index INTEGER,
  line_number INTEGER,
  PRIMARY KEY (report_id, ordinal)
);

CREATE TABLE IF NOT EXISTS fact_stated_score (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
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

CREATE TABLE IF NOT EXISTS fact_finding (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
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

CREATE TABLE IF NOT EXISTS finding_history (
  report_id VARCHAR NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
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

CREATE TABLE IF NOT EXISTS report_record (
  report_id VARCHAR NOT NULL PRIMARY KEY,
  record VARCHAR NOT NULL
);
