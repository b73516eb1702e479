-- Versions of one report: the same unit, project (or department) and year in files of different content. Names are compared without spaces,
-- punctuation, letter case and full-width forms; two departments tell reports of one unit's name apart. A file that holds two such reports is
-- left out, because nothing says which of them another file's report is a version of.

CREATE OR REPLACE VIEW version_order AS
WITH named AS (
  SELECT r.report_id, r.sha256, r.kind, r.fiscal_year, r.report_date, r.is_complete, r.load_id,
    translate(
      lower(COALESCE(u.unit, u.department) || chr(31) || COALESCE(r.project_name, '') || chr(31) || COALESCE(u.department, '')),
      '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ （）()［］[]【】〔〕《》〈〉「」『』“”‘’"　·•・、，,。.：:；;—–-－―~～/／',
      '0123456789abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'
    ) AS names
  FROM dim_report r
  JOIN dim_unit u ON u.unit_id = r.unit_id
  WHERE r.is_report AND r.fiscal_year IS NOT NULL AND (r.project_name IS NOT NULL OR r.kind = 'department')
),
parted AS (
  SELECT report_id, sha256, fiscal_year, report_date, is_complete, load_id,
    split_part(names, chr(31), 1) AS unit_name, split_part(names, chr(31), 2) AS project_name,
    CASE WHEN split_part(names, chr(31), 2) = '' THEN kind ELSE '' END AS kind,
    NULLIF(split_part(names, chr(31), 3), '') AS department_name
  FROM named
),
apart AS (
  SELECT p.*,
    CASE WHEN MIN(department_name) OVER alike <> MAX(department_name) OVER alike THEN COALESCE(department_name, report_id) ELSE '' END AS told_apart,
    COUNT(*) OVER (PARTITION BY unit_name, project_name, kind, fiscal_year, sha256) AS in_file
  FROM parted p
  WHERE unit_name <> '' AND (project_name <> '' OR kind = 'department')
  WINDOW alike AS (PARTITION BY unit_name, project_name, kind, fiscal_year)
),
-- Report dates count where all versions state one, as exactly as the least exact of them.
dated AS (
  SELECT a.report_id, a.unit_name, a.project_name, a.kind, a.fiscal_year, a.told_apart, a.is_complete, f.file_date, f.path, l.started_at,
    CASE WHEN COUNT(a.report_date) OVER alike = COUNT(*) OVER alike
      THEN substr(a.report_date, 1, MIN(length(a.report_date)) OVER alike) END AS stated_date
  FROM apart a
  JOIN (SELECT sha256, MIN(modified_at) AS file_date, MIN(path) AS path FROM source_file WHERE outcome = 'read' GROUP BY sha256) f
    ON f.sha256 = a.sha256
  JOIN load l ON l.load_id = a.load_id
  WHERE a.in_file = 1
  WINDOW alike AS (PARTITION BY a.unit_name, a.project_name, a.kind, a.fiscal_year, a.told_apart)
),
ranked AS (
  SELECT d.*,
    ROW_NUMBER() OVER older AS version,
    COUNT(*) OVER (PARTITION BY unit_name, project_name, kind, fiscal_year, told_apart) AS versions,
    LAG(report_id) OVER older AS supersedes,
    LEAD(report_id) OVER older AS superseded_by,
    LAG(stated_date) OVER older AS earlier_stated,
    LAG(file_date) OVER older AS earlier_file,
    LAG(is_complete) OVER older AS earlier_complete
  FROM dated d
  WINDOW older AS (
    PARTITION BY unit_name, project_name, kind, fiscal_year, told_apart ORDER BY stated_date, file_date, started_at, path, report_id
  )
)
SELECT report_id, version, versions, supersedes, superseded_by,
  CASE
    WHEN supersedes IS NULL THEN NULL
    WHEN stated_date <> earlier_stated THEN 'report date'
    WHEN file_date <> earlier_file THEN 'file date'
    ELSE 'import order'
  END AS ordered_by,
  is_complete AND COALESCE(earlier_complete, TRUE) AS both_complete
FROM ranked
WHERE versions > 1;

CREATE OR REPLACE VIEW version_figure AS
WITH pair AS (
  SELECT report_id, supersedes, both_complete FROM version_order WHERE supersedes IS NOT NULL
),
figure AS (
  SELECT report_id, 'report' AS what, '' AS name, 1 AS occurrence, 'stated_total' AS figure, stated_total AS value, FALSE AS is_doubtful
  FROM dim_report
  UNION ALL
  SELECT i.report_id, 'indicator', i.name, i.occurrence, n.figure,
    CASE n.figure
      WHEN 'target_value' THEN i.target_value WHEN 'target_upper' THEN i.target_upper WHEN 'actual_value' THEN i.actual_value
      WHEN 'weight' THEN i.weight WHEN 'score' THEN i.score ELSE i.completion_rate
    END,
    i.is_doubtful
  FROM (
    SELECT f.*, d.level1 || '/' || d.level2 || '/' || d.level3 AS name,
      ROW_NUMBER() OVER (PARTITION BY f.report_id, f.indicator_id ORDER BY f.ordinal) AS occurrence
    FROM fact_indicator f
    JOIN dim_indicator d ON d.indicator_id = f.indicator_id
  ) i
  CROSS JOIN (VALUES ('target_value'), ('target_upper'), ('actual_value'), ('weight'), ('score'), ('completion_rate')) AS n (figure)
  UNION ALL
  SELECT f.report_id, 'fund', f.name, f.occurrence, n.figure,
    CASE n.figure
      WHEN 'initial_budget' THEN f.initial_budget WHEN 'adjusted_budget' THEN f.adjusted_budget WHEN 'received' THEN f.received
      WHEN 'executed' THEN f.executed WHEN 'balance' THEN f.balance WHEN 'execution_rate' THEN f.execution_rate
      WHEN 'weight' THEN f.weight ELSE f.score
    END,
    f.is_doubtful
  FROM (
    SELECT a.*, a.source || '/' || a.label AS name,
      ROW_NUMBER() OVER (PARTITION BY a.report_id, a.source, a.label ORDER BY a.ordinal) AS occurrence
    FROM fact_fund a
  ) f
  CROSS JOIN (
    VALUES ('initial_budget'), ('adjusted_budget'), ('received'), ('executed'), ('balance'), ('execution_rate'), ('weight'), ('score')
  ) AS n (figure)
  UNION ALL
  -- A subtotal that the report states differently in two places is the report's own contradiction, no figure to compare.
  SELECT report_id, 'subtotal', scope || '/' || name, 1, 'score', MIN(score), MAX(CASE WHEN is_doubtful THEN 1 ELSE 0 END) = 1
  FROM fact_stated_score
  WHERE scope <> 'total'
  GROUP BY report_id, scope, name
  HAVING MIN(score) = MAX(score)
),
earlier AS (
  SELECT p.report_id, p.supersedes, p.both_complete, f.what, f.name, f.occurrence, f.figure, f.value, f.is_doubtful
  FROM pair p
  JOIN figure f ON f.report_id = p.supersedes
  WHERE f.value IS NOT NULL
),
later AS (
  SELECT p.report_id, p.supersedes, p.both_complete, f.what, f.name, f.occurrence, f.figure, f.value, f.is_doubtful
  FROM pair p
  JOIN figure f ON f.report_id = p.report_id
  WHERE f.value IS NOT NULL
)
SELECT
  COALESCE(l.report_id, e.report_id) AS report_id,
  COALESCE(l.supersedes, e.supersedes) AS supersedes,
  COALESCE(l.what, e.what) AS what,
  COALESCE(l.name, e.name) AS name,
  COALESCE(l.occurrence, e.occurrence) AS occurrence,
  COALESCE(l.figure, e.figure) AS figure,
  e.value AS before,
  l.value AS after,
  CASE WHEN e.value IS NULL THEN 'added' WHEN l.value IS NULL THEN 'removed' WHEN e.value = l.value THEN 'same' ELSE 'changed' END AS change,
  COALESCE(e.is_doubtful, FALSE) OR COALESCE(l.is_doubtful, FALSE)
    OR ((e.value IS NULL OR l.value IS NULL) AND NOT COALESCE(l.both_complete, e.both_complete)) AS is_doubtful
FROM earlier e
FULL JOIN later l
  ON l.report_id = e.report_id AND l.what = e.what AND l.name = e.name AND l.occurrence = e.occurrence AND l.figure = e.figure;

CREATE OR REPLACE VIEW report_version AS
SELECT
  v.report_id, r.title, r.unit, r.project_name, r.fiscal_year, r.report_date, r.sha256,
  v.version, v.versions, v.supersedes, v.superseded_by, v.ordered_by,
  CASE
    WHEN v.supersedes IS NULL THEN NULL
    WHEN f.changed > 0 THEN 'revision'
    WHEN f.same > 0 AND f.added + f.removed > 0 THEN 'extract'
    WHEN f.same > 0 AND f.doubtful = 0 THEN 'copy'
    ELSE 'unclear'
  END AS relation,
  f.same, f.changed, f.added, f.removed, f.doubtful
FROM version_order v
JOIN report r ON r.report_id = v.report_id
LEFT JOIN (
  SELECT report_id,
    SUM(CASE WHEN change = 'same' THEN 1 ELSE 0 END) AS same,
    SUM(CASE WHEN change = 'changed' AND NOT is_doubtful THEN 1 ELSE 0 END) AS changed,
    SUM(CASE WHEN change = 'added' AND NOT is_doubtful THEN 1 ELSE 0 END) AS added,
    SUM(CASE WHEN change = 'removed' AND NOT is_doubtful THEN 1 ELSE 0 END) AS removed,
    SUM(CASE WHEN change <> 'same' AND is_doubtful THEN 1 ELSE 0 END) AS doubtful
  FROM version_figure
  GROUP BY report_id
) f ON f.report_id = v.report_id;
