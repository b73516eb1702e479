-- Second of a load, where a staged content was read before: a newer reading replaces all reports of the same content; their findings stay comparable.

INSERT INTO finding_history
SELECT f.report_id, f.ordinal, f.rule_id, f.severity, f.cause, f.subject, f.stated, f.recomputed, f.difference, f.path,
  d.pipeline_version, d.load_id, (SELECT MAX(load_id) FROM staged_load)
FROM fact_finding f
JOIN dim_report d ON d.report_id = f.report_id
WHERE d.sha256 IN (SELECT sha256 FROM staged_dim_report);

DELETE FROM fact_finding WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_goal WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_stated_score WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_fund WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM fact_indicator WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM report_record WHERE report_id IN (SELECT report_id FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report));
DELETE FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report);
