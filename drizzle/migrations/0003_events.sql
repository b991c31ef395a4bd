DROP INDEX "events_topic_id_index";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "payload" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "evidence" ALTER COLUMN "bundle" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "step_verdicts" ALTER COLUMN "trace" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "step_verdicts" ALTER COLUMN "captured" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "events_topic_tx_index" ON "events" USING btree ("topic","tx");--> statement-breakpoint
CREATE INDEX "events_tx_index" ON "events" USING btree ("tx");