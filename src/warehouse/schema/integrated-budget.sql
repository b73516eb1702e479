-- The warehouse under the field names of the 预算管理一体化 tables, as upload files of that system carry them (docs/warehouse.md). What a
-- published report does not tell (codes, review scores, opinions) is null, so that nothing is made up. Amounts are in yuan.

CREATE OR REPLACE VIEW pm_perf_self_eval AS
SELECT
  r.report_id AS "EVAL_ID",
  r.fiscal_year AS "FISCAL_YEAR",
  CAST(NULL AS VARCHAR) AS "MOF_DIV_CODE",
  CAST(NULL AS VARCHAR) AS "MOF_DIV_NAME",
  CAST(NULL AS VARCHAR) AS "DEPT_CODE",
  u.department AS "DEPT_NAME",
  CAST(NULL AS VARCHAR) AS "AGENCY_CODE",
  u.unit AS "AGENCY_NAME",
  CAST(NULL AS VARCHAR) AS "PRO_CODE",
  r.project_name AS "PRO_NAME",
  CAST(NULL AS VARCHAR) AS "DEVI_ANALY",
  CAST(NULL AS VARCHAR) AS "APPLICATION_ADVISE",
  r.stated_total AS "TOTAL_EVAL_VALUE",
  CAST(NULL AS DECIMAL(24, 6)) AS "DEPT_SCORE",
  2 AS "IS_DELETED"
FROM dim_report r
LEFT JOIN dim_unit u ON u.unit_id = r.unit_id
WHERE r.is_report;

CREATE OR REPLACE VIEW pm_self_eval_goal AS
SELECT
  g.report_id AS "EVAL_ID",
  g.ordinal AS "ORDER_NUM",
  g.report_id || '-' || g.ordinal AS "KPI_PER_ID",
  g.target AS "KPI_TARGET",
  g.actual AS "GOAL_COMP"
FROM fact_goal g;

CREATE OR REPLACE VIEW pm_self_eval_indicator AS
SELECT
  i.report_id AS "EVAL_ID",
  i.ordinal AS "ORDER_NUM",
  d.level1 AS "LV1_PERF_IND_NAME",
  d.level2 AS "LV2_PERF_IND_NAME",
  d.level3 AS "LV3_PERF_IND_NAME",
  i.target AS "KPI_VAL",
  i.actual AS "IND_COMP",
  CAST(NULL AS VARCHAR) AS "KPI_EVALSTD",
  i.weight AS "IND_WEIGHT",
  i.score AS "EVAL_SCORE",
  i.deviation_reason AS "DEVI_ANALY",
  g."KPI_PER_ID" AS "KPI_ID"
FROM fact_indicator i
JOIN dim_indicator d ON d.indicator_id = i.indicator_id
-- Which of several goals an indicator belongs to is told by no report.
LEFT JOIN (SELECT "EVAL_ID", MIN("KPI_PER_ID") AS "KPI_PER_ID" FROM pm_self_eval_goal GROUP BY "EVAL_ID" HAVING COUNT(*) = 1) g
  ON g."EVAL_ID" = i.report_id;

CREATE OR REPLACE VIEW pm_perf_self_bgt AS
SELECT
  f.report_id AS "EVAL_ID",
  f.ordinal AS "ORDER_NUM",
  f.source AS "FOUND_TYPE_CODE",
  f.label AS "FOUND_TYPE_NAME",
  f.initial_budget AS "REPLY_AMT",
  f.adjusted_budget - f.initial_budget AS "YEAR_ADJ_AMT",
  f.adjusted_budget AS "CUR_AMT",
  f.executed AS "YEAR_EXE_AMT",
  f.execution_rate AS "EXE_AMT_RATE",
  f.score AS "EXE_SCORE"
FROM fact_fund f;
