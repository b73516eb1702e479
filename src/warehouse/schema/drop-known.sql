-- First of a load, within its transaction: of what is staged (staged_NAME: a temporary table of the same columns), what this pipeline has
-- judged before changes nothing.

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
