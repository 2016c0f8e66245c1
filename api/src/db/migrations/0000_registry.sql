CREATE SCHEMA "app";
--> statement-breakpoint
CREATE TABLE "app"."audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"body" "bytea" NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."batch" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."batch_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_id" uuid NOT NULL,
	"lot" text NOT NULL,
	"lot_folded" text NOT NULL,
	"made" date,
	"expiry" date,
	"active_from" date,
	"listed_completely" boolean DEFAULT false NOT NULL,
	"guessable" boolean DEFAULT false NOT NULL,
	"recalled_on" date,
	"recall_reason" jsonb,
	"recall_until" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_entry" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."change" (
	"v" bigint NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."check_sum" (
	"gtin" bigint NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"province" smallint NOT NULL,
	"reason" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "check_sum_gtin_hour_province_reason_pk" PRIMARY KEY("gtin","hour","province","reason")
);
--> statement-breakpoint
CREATE TABLE "app"."code_range" (
	"product_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"batch_id" integer,
	"state" text NOT NULL,
	"inner_codes" boolean DEFAULT false NOT NULL,
	"last_entry" uuid NOT NULL,
	CONSTRAINT "code_range_product_id_epoch_first_pk" PRIMARY KEY("product_id","epoch","first")
);
--> statement-breakpoint
CREATE TABLE "app"."decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" text,
	"case_number" text,
	"date" date NOT NULL,
	"reason" jsonb NOT NULL,
	"target" text NOT NULL,
	"gtin" text,
	"lot" text,
	"lot_folded" text,
	"serial" text,
	"epoch" integer,
	"first" bigint,
	"last" bigint,
	"registration_folded" text,
	"text_digest" text,
	"registrant_id" uuid,
	"made_after" date,
	"made_before" date,
	"name" text,
	"copied" boolean DEFAULT false NOT NULL,
	"signed_by" text[] NOT NULL,
	"appeal_until" date,
	"until" date,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_for" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_entry" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."demo_sample" (
	"position" integer PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"text" text NOT NULL,
	"format" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."deployment" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"demo" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."epoch" (
	"product_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"issuer_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"state" text NOT NULL,
	"next_index" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_entry" uuid NOT NULL,
	CONSTRAINT "epoch_product_id_number_pk" PRIMARY KEY("product_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."imported_code" (
	"h" bigint PRIMARY KEY NOT NULL,
	"tail" integer NOT NULL,
	"batch" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."inner_code_use" (
	"gtin" bigint NOT NULL,
	"epoch" smallint NOT NULL,
	"idx" bigint NOT NULL,
	"opened_at" timestamp with time zone,
	"opened_by" bigint,
	"wrong" timestamp with time zone[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "inner_code_use_gtin_epoch_idx_pk" PRIMARY KEY("gtin","epoch","idx")
);
--> statement-breakpoint
CREATE TABLE "app"."key_fingerprint" (
	"purpose" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"company_number" text,
	"status" text NOT NULL,
	"verified_on" date,
	"verified_how" jsonb,
	"suspended_on" date,
	"suspended_for" jsonb,
	"declared_hosts" text[] DEFAULT '{}' NOT NULL,
	"contacts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_entry" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."prefix" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"digits" text NOT NULL,
	"state" text NOT NULL,
	"last_entry" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."product" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" integer GENERATED ALWAYS AS IDENTITY (sequence name "app"."product_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"gtin" text,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"brand" text,
	"net_content" text,
	"category" text NOT NULL,
	"pack" text NOT NULL,
	"coding" text NOT NULL,
	"unit_codes_since" date,
	"registration_number" text,
	"registration_folded" text,
	"importer" text,
	"picture" text,
	"markets" text[],
	"lots_complete_since" date,
	"help" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"passport" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"import_key" "bytea",
	"imported_codes" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_entry" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."registry_clock" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"v" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."unit" (
	"gtin" bigint NOT NULL,
	"epoch" smallint NOT NULL,
	"idx" bigint NOT NULL,
	"n" integer NOT NULL,
	"added" smallint NOT NULL,
	"attempts" bigint[] NOT NULL,
	"provinces" bigint NOT NULL,
	"first_hour" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_gtin_epoch_idx_pk" PRIMARY KEY("gtin","epoch","idx")
);
--> statement-breakpoint
ALTER TABLE "app"."batch" ADD CONSTRAINT "batch_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "app"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."batch" ADD CONSTRAINT "batch_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_range" ADD CONSTRAINT "code_range_batch_id_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "app"."batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_range" ADD CONSTRAINT "code_range_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."code_range" ADD CONSTRAINT "code_range_product_id_epoch_epoch_product_id_number_fk" FOREIGN KEY ("product_id","epoch") REFERENCES "app"."epoch"("product_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision" ADD CONSTRAINT "decision_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision" ADD CONSTRAINT "decision_registrant_id_organisation_id_fk" FOREIGN KEY ("registrant_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision" ADD CONSTRAINT "decision_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."epoch" ADD CONSTRAINT "epoch_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "app"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."epoch" ADD CONSTRAINT "epoch_issuer_id_organisation_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."epoch" ADD CONSTRAINT "epoch_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."organisation" ADD CONSTRAINT "organisation_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."prefix" ADD CONSTRAINT "prefix_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."prefix" ADD CONSTRAINT "prefix_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."product" ADD CONSTRAINT "product_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "app"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."product" ADD CONSTRAINT "product_last_entry_audit_entry_id_fk" FOREIGN KEY ("last_entry") REFERENCES "app"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_lot" ON "app"."batch" USING btree ("product_id","lot_folded");--> statement-breakpoint
CREATE INDEX "change_v" ON "app"."change" USING btree ("v");--> statement-breakpoint
CREATE INDEX "decision_gtin" ON "app"."decision" USING btree ("gtin");--> statement-breakpoint
CREATE INDEX "decision_registration" ON "app"."decision" USING btree ("registration_folded");--> statement-breakpoint
CREATE INDEX "decision_text" ON "app"."decision" USING btree ("text_digest");--> statement-breakpoint
CREATE INDEX "decision_registrant" ON "app"."decision" USING btree ("registrant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "prefix_proven" ON "app"."prefix" USING btree ("digits") WHERE state = 'proven';--> statement-breakpoint
CREATE INDEX "prefix_of_organisation" ON "app"."prefix" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_claim" ON "app"."product" USING btree ("gtin","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_no" ON "app"."product" USING btree ("no");--> statement-breakpoint
CREATE INDEX "product_registration" ON "app"."product" USING btree ("registration_folded");--> statement-breakpoint
CREATE INDEX "product_of_organisation" ON "app"."product" USING btree ("organisation_id");