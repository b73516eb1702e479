-- What users ask of an archive. Findings that may come of the reading (cause 'extraction') accuse nobody and are left out.

CREATE OR REPLACE VIEW report AS
SELECT r.*, u.unit, u.department
FROM dim_report r
LEFT JOIN dim_unit u ON u.unit_id = r.unit_id
WHERE r.is_report;

CREATE OR REPLACE VIEW finding AS
SELECT f.*, r.fiscal_year, r.title, r.unit, r.department
FROM fact_finding f
JOIN report r ON r.report_id = f.report_id
WHERE f.cause = 'report';

CREATE OR REPLACE VIEW rule_frequency AS
SELECT
  d.rule_id,
  d.severity,
  d.title_zh,
  d.title_en,
  COUNT(f.report_id) AS findings,
  COUNT(DISTINCT f.report_id) AS reports
FROM dim_rule d
LEFT JOIN finding f ON f.rule_id = d.rule_id
GROUP BY d.rule_id, d.severity, d.title_zh, d.title_en;

CREATE OR REPLACE VIEW inflated_score AS
SELECT
  f.report_id,
  f.fiscal_year,
  f.unit,
  f.department,
  f.title,
  f.rule_id,
  f.subject,
  f.stated_value AS stated_score,
  f.recomputed_value AS recomputed_score,
  f.stated_value - f.recomputed_value AS inflation,
  f.ordinal
FROM finding f
WHERE f.rule_id IN ('score/total-mismatch', 'score/full-though-unmet', 'score/recomputed-mismatch', 'funds/execution-score-mismatch')
  AND f.stated_value > f.recomputed_value;

CREATE OR REPLACE VIEW inflation_by_unit AS
SELECT
  r.unit,
  r.fiscal_year,
  COUNT(DISTINCT r.report_id) AS reports,
  COUNT(DISTINCT i.report_id) AS inflated_reports,
  COALESCE(SUM(i.inflation), 0) AS inflation
FROM report r
LEFT JOIN inflated_score i ON i.report_id = r.report_id
GROUP BY r.unit, r.fiscal_year;

CREATE OR REPLACE VIEW execution_against_output AS
SELECT
  r.report_id,
  r.fiscal_year,
  r.unit,
  r.title,
  f.execution_rate,
  o.output_weight,
  o.output_score,
  100 * o.output_score / o.output_weight AS output_percent
FROM report r
JOIN (SELECT report_id, MAX(execution_rate) AS execution_rate FROM fact_fund WHERE source = 'total' GROUP BY report_id) f
  ON f.report_id = r.report_id
JOIN (
  SELECT i.report_id, SUM(i.weight) AS output_weight, SUM(i.score) AS output_score
  FROM fact_indicator i
  JOIN dim_indicator d ON d.indicator_id = i.indicator_id
  WHERE d.category = 'output' AND NOT i.is_part
  GROUP BY i.report_id
  HAVING SUM(i.weight) > 0
) o ON o.report_id = r.report_id;

CREATE OR REPLACE VIEW overachieved_target AS
SELECT
  r.report_id,
  r.fiscal_year,
  r.unit,
  d.level2,
  d.level3,
  i.target,
  i.actual,
  i.actual_value / i.target_value AS ratio
FROM fact_indicator i
JOIN report r ON r.report_id = i.report_id
JOIN dim_indicator d ON d.indicator_id = i.indicator_id
WHERE i.direction = 'higher' AND i.target_value > 0 AND i.actual_value >= 2 * i.target_value AND NOT i.is_doubtful
  -- 1.5万册 and 15600册 are no ratio as they stand.
  AND i.actual_unit IS NOT DISTINCT FROM i.target_unit;

CREATE OR REPLACE VIEW grade_by_year AS
SELECT
  fiscal_year,
  grade_band,
  COUNT(*) AS reports,
  SUM(CASE WHEN EXISTS (SELECT 1 FROM finding f WHERE f.report_id = r.report_id AND f.rule_id = 'grade/mismatch') THEN 1 ELSE 0 END) AS not_earned
FROM report r
GROUP BY fiscal_year, grade_band;

CREATE OR REPLACE VIEW total_by_year AS
SELECT fiscal_year, CAST(FLOOR(stated_total) AS INTEGER) AS points, COUNT(*) AS reports
FROM report
WHERE stated_total BETWEEN 0 AND 100 AND COALESCE(full_marks, 100) = 100
GROUP BY fiscal_year, CAST(FLOOR(stated_total) AS INTEGER);

CREATE OR REPLACE VIEW report_to_review AS
SELECT
  r.report_id,
  r.sha256,
  r.fiscal_year,
  r.unit,
  r.department,
  r.title,
  r.project_name,
  r.stated_total,
  r.grade,
  f.errors,
  f.warnings,
  f.notes,
  COALESCE(i.inflation, 0) AS inflation
FROM report r
JOIN (
  SELECT
    report_id,
    SUM(CASE severity WHEN 'error' THEN 1 ELSE 0 END) AS errors,
    SUM(CASE severity WHEN 'warning' THEN 1 ELSE 0 END) AS warnings,
    SUM(CASE severity WHEN 'info' THEN 1 ELSE 0 END) AS notes
  FROM fact_finding
  WHERE cause = 'report'
  GROUP BY report_id
) f ON f.report_id = r.report_id
LEFT JOIN (SELECT report_id, SUM(inflation) AS inflation FROM inflated_score GROUP BY report_id) i ON i.report_id = r.report_id;

CREATE OR REPLACE VIEW unread_file AS
SELECT path, outcome, message, remedy, modified_at
FROM source_file
WHERE outcome <> 'read';
