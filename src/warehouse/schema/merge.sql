-- Merges what is staged (staged_NAME: a temporary table of the same columns) into the warehouse, within the caller's transaction.

-- What was judged before by this pipeline changes nothing.
DELETE FROM staged_dim_report
WHERE EXISTS (
  SELECT 1 FROM dim_report d
  WHERE d.report_id = staged_dim_report.report_id AND d.pipeline_version = staged_dim_report.pipeline_version
);
DELETE FROM staged_source_file
WHERE EXISTS (
  SELECT 1 FROM source_file s
  WHERE s.source_file_id = staged_source_file.source_file_id
    AND s.pipeline_version = staged_source_file.pipeline_version
    AND s.outcome = staged_source_file.outcome
    AND s.modified_at = staged_source_file.modified_at
);

INSERT INTO load SELECT * FROM staged_load WHERE EXISTS (SELECT 1 FROM staged_source_file) OR EXISTS (SELECT 1 FROM staged_dim_report);

-- A newer reading replaces all reports of the same content; their findings stay comparable.
INSERT INTO finding_history
SELECT f.report_id, f.ordinal, f.rule_id, f.severity, f.cause, f.subject, f.stated, f.recomputed, f.difference, f.path,
  d.pipeline_version, d.load_id, (SELECT MAX(load_id) FROM staged_load)
FROM fact_finding f
JOIN dim_report d ON d.report_id = f.report_id
WHERE d.sha256 IN (SELECT sha256 FROM staged_dim_report);

DELETE FROM fact_finding WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_stated_score WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_fund WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_indicator WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM report_record WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report);
DELETE FROM source_file WHERE source_file_id IN (SELECT source_file_id FROM staged_source_file);

INSERT INTO dim_unit
SELECT DISTINCT s.* FROM staged_dim_unit s
WHERE NOT EXISTS (SELECT 1 FROM dim_unit d WHERE d.unit_id = s.unit_id);
INSERT INTO dim_indicator
SELECT DISTINCT s.* FROM staged_dim_indicator s
WHERE NOT EXISTS (SELECT 1 FROM dim_indicator d WHERE d.indicator_id = s.indicator_id);

INSERT INTO dim_report SELECT * FROM staged_dim_report;
INSERT INTO fact_indicator SELECT * FROM staged_fact_indicator WHERE report_id IN (SELECT report_id FROM staged_dim_report);
INSERT INTO fact_fund SELECT * FROM staged_fact_fund WHERE report_id IN (SELECT report_id FROM staged_dim_report);
INSERT INTO fact_stated_score SELECT * FROM staged_fact_stated_score WHERE report_id IN (SELECT report_id FROM staged_dim_report);
INSERT INTO fact_finding SELECT * FROM staged_fact_finding WHERE report_id IN (SELECT report_id FROM staged_dim_report);
INSERT INTO report_record SELECT * FROM staged_report_record WHERE report_id IN (SELECT report_id FROM staged_dim_report);
INSERT INTO source_file SELECT * FROM staged_source_file;
