CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE app.code_range
  ADD CONSTRAINT code_range_runs_forward CHECK (first >= 0 AND first <= last AND last <= 4294967295),
  ADD CONSTRAINT code_range_never_overlaps
    EXCLUDE USING gist (product_id WITH =, epoch WITH =, int8range(first, last, '[]') WITH &&)
    DEFERRABLE INITIALLY DEFERRED;
