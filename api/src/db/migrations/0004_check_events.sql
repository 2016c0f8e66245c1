-- One row a check of a unit, and nothing in it that tells who asked: code key, number, hour, province, marks.
-- No index: written by every check, read only whole days at a time.
CREATE TABLE app.check_event (
  day date NOT NULL,
  gtin int8 NOT NULL,
  epoch int2 NOT NULL,
  idx int8 NOT NULL,
  n int4 NOT NULL,
  hour int2 NOT NULL,
  province int2 NOT NULL,
  marks int2 NOT NULL
) PARTITION BY RANGE (day);
--> statement-breakpoint
-- Catches a day whose partition was not made in time, so that a check never fails for it.
CREATE TABLE app.check_event_rest PARTITION OF app.check_event DEFAULT;
--> statement-breakpoint
-- Checks by month and province of a product, what is left of events after their time.
CREATE TABLE app.check_month (
  gtin int8 NOT NULL,
  month date NOT NULL,
  province int2 NOT NULL,
  n int8 NOT NULL,
  PRIMARY KEY (gtin, month, province)
);
--> statement-breakpoint
-- Makes the partitions of the given day and those after it. Run by the worker, whose role owns nothing.
CREATE FUNCTION app.make_event_days(first_day date, days int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  d date;
  name text;
  made int := 0;
BEGIN
  FOR i IN 0 .. days - 1 LOOP
    d := first_day + i;
    name := 'check_event_' || to_char(d, 'YYYYMMDD');
    IF to_regclass('app.' || name) IS NULL
       AND NOT EXISTS (SELECT FROM app.check_event_rest WHERE day = d) THEN
      EXECUTE format('CREATE TABLE app.%I PARTITION OF app.check_event FOR VALUES FROM (%L) TO (%L)', name, d, d + 1);
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END $$;
--> statement-breakpoint
-- Rolls the events of days before the given one up into monthly counts and drops their partitions.
CREATE FUNCTION app.roll_up_events(before date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  part record;
  dropped int := 0;
BEGIN
  INSERT INTO app.check_month AS m (gtin, month, province, n)
    SELECT gtin, date_trunc('month', day)::date, province, count(*) FROM app.check_event WHERE day < before
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (gtin, month, province) DO UPDATE SET n = m.n + excluded.n;
  DELETE FROM app.check_event_rest WHERE day < before;
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'app.check_event'::regclass AND c.relname ~ '^check_event_\d{8}$'
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < before
  LOOP
    EXECUTE format('DROP TABLE app.%I', part.relname);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
--> statement-breakpoint
-- Those of `wanted` that are not among `known`, in their order.
CREATE FUNCTION app.unseen(wanted int8[], known int8[]) RETURNS int8[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(a ORDER BY o), '{}') FROM unnest(wanted) WITH ORDINALITY AS w (a, o) WHERE a <> ALL (known)
$$;
--> statement-breakpoint
SELECT app.make_event_days(current_date - 1, 9);
