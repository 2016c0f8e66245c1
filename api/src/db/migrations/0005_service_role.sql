-- The role that api and worker use: it reads and writes rows, owns nothing and cannot change what happened.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'assay_app') THEN
    CREATE ROLE assay_app NOLOGIN;
  END IF;
END $$;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS auth;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS jobs;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA app TO assay_app;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA app TO assay_app;
--> statement-breakpoint
GRANT INSERT ON app.audit_entry TO assay_app;
--> statement-breakpoint
GRANT INSERT, UPDATE ON app.organisation, app.prefix, app.product, app.batch, app.epoch, app.code_range, app.decision,
  app.unit, app.inner_code_use, app.check_sum, app.demo_sample TO assay_app;
--> statement-breakpoint
GRANT INSERT ON app.imported_code, app.check_event, app.check_event_rest, app.change, app.deployment, app.key_fingerprint
  TO assay_app;
--> statement-breakpoint
GRANT UPDATE ON app.registry_clock TO assay_app;
--> statement-breakpoint
GRANT DELETE ON app.change, app.inner_code_use TO assay_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO assay_app;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION app.make_event_days, app.roll_up_events FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.make_event_days, app.roll_up_events, app.unseen TO assay_app;
