INSERT INTO app.registry_clock (one, v) VALUES (true, 0);
--> statement-breakpoint
ALTER TABLE app.registry_clock ADD CONSTRAINT registry_clock_is_one_row CHECK (one);
--> statement-breakpoint
ALTER TABLE app.deployment ADD CONSTRAINT deployment_is_one_row CHECK (one);
