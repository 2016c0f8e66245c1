CREATE TABLE "app"."idempotency_key" (
	"sender" text NOT NULL,
	"key" text NOT NULL,
	"request" "bytea" NOT NULL,
	"status" smallint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_key_sender_key_pk" PRIMARY KEY("sender","key")
);
--> statement-breakpoint
CREATE INDEX "idempotency_key_at" ON "app"."idempotency_key" USING btree ("at");
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON app.idempotency_key TO assay_app;
