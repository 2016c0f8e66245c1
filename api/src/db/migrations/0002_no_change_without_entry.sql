-- A row that people answer for names the audit entry of its last change, and that entry is written in the very
-- transaction of the change.
CREATE FUNCTION app.refuse_unaudited_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM app.audit_entry WHERE id = NEW.last_entry AND xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'a change of %.% needs an audit entry of its own transaction', TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation', 'prefix', 'product', 'batch', 'epoch', 'code_range', 'decision'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON app.%I FOR EACH ROW EXECUTE FUNCTION app.refuse_unaudited_change()',
      name || '_audited', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are appended, never edited' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON app.audit_entry FOR EACH ROW EXECUTE FUNCTION app.refuse_rewriting();
