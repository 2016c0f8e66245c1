CREATE TABLE "app"."activity" (
	"no" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."activity_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"act" text NOT NULL,
	"input" jsonb NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"approved_by" text,
	"last_entry" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."check_day" (
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"province" smallint NOT NULL,
	"n" bigint NOT NULL,
	"units" bigint NOT NULL,
	"firsts" bigint NOT NULL,
	"summed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_day_organisation_id_day_province_pk" PRIMARY KEY("organisation_id","day","province")
);
--> statement-breakpoint
CREATE TABLE "app"."code_download" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"input" jsonb NOT NULL,
	"reason" text,
	"ordered_by" text NOT NULL,
	"ordered_by_name" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"entry_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."code_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" bigint GENERATED ALWAYS AS IDENTITY (sequence name "app"."code_run_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"inner_codes" boolean NOT NULL,
	"issued_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."idempotency_key" ADD COLUMN "sealed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."activity" ADD CONSTRAINT "activity_entry_id_audit_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."approval" ADD CONSTRAINT "approval_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."approval" ADD CONSTRAINT "approval_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."check_day" ADD CONSTRAINT "check_day_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_download" ADD CONSTRAINT "code_download_run_id_code_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "app"."code_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_download" ADD CONSTRAINT "code_download_entry_id_audit_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_run" ADD CONSTRAINT "code_run_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_run" ADD CONSTRAINT "code_run_product_id_epoch_epoch_product_id_number_fk" FOREIGN KEY ("product_id","epoch") REFERENCES "app"."epoch"("product_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_of_organisation" ON "app"."activity" USING btree ("organisation_id","no");--> statement-breakpoint
CREATE INDEX "approval_of_organisation" ON "app"."approval" USING btree ("organisation_id","asked_at");--> statement-breakpoint
CREATE INDEX "code_download_of_run" ON "app"."code_download" USING btree ("run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "code_run_first" ON "app"."code_run" USING btree ("product_id","epoch","first");--> statement-breakpoint
CREATE INDEX "code_run_of_organisation" ON "app"."code_run" USING btree ("organisation_id","no");--> statement-breakpoint
CREATE INDEX "code_run_of_product" ON "app"."code_run" USING btree ("product_id","no");--> statement-breakpoint
CREATE INDEX "check_sum_hour" ON "app"."check_sum" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "decision_by" ON "app"."decision" USING btree ("organisation_id");
--> statement-breakpoint
CREATE TRIGGER approval_audited BEFORE INSERT OR UPDATE ON app.approval
  FOR EACH ROW EXECUTE FUNCTION app.refuse_unaudited_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON app.activity, app.code_run, app.code_download TO assay_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON app.approval, app.check_day TO assay_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO assay_app;
--> statement-breakpoint
-- Ranges that were issued before runs were kept become runs of their own.
INSERT INTO app.code_run (id, organisation_id, product_id, epoch, first, last, inner_codes, issued_at)
  SELECT gen_random_uuid(), p.organisation_id, r.product_id, r.epoch, r.first, r.last, r.inner_codes, e.created_at
  FROM app.code_range r
  JOIN app.product p ON p.id = r.product_id
  JOIN app.epoch e ON e.product_id = r.product_id AND e.number = r.epoch
  ORDER BY e.created_at, r.product_id, r.epoch, r.first;
