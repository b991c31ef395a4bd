CREATE TABLE "quest_draft_addresses" (
	"draft_id" uuid NOT NULL,
	"should" text NOT NULL,
	"wallet" text NOT NULL,
	"last_result" text,
	"last_revision" integer,
	"last_at" timestamp with time zone,
	CONSTRAINT "quest_draft_addresses_draft_id_should_pk" PRIMARY KEY("draft_id","should")
);
--> statement-breakpoint
CREATE TABLE "quest_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"quest_id" uuid,
	"document" json NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"acknowledged" json NOT NULL,
	"stage" text DEFAULT 'draft' NOT NULL,
	"found" text NOT NULL,
	"edited_by" uuid,
	"edited_at" timestamp with time zone NOT NULL,
	"logged_at" timestamp with time zone,
	"submitted_by" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quest_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quest_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"act" text NOT NULL,
	"words" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "rules_version" integer;--> statement-breakpoint
ALTER TABLE "quest_draft_addresses" ADD CONSTRAINT "quest_draft_addresses_draft_id_quest_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."quest_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_drafts" ADD CONSTRAINT "quest_drafts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_drafts" ADD CONSTRAINT "quest_drafts_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_drafts" ADD CONSTRAINT "quest_drafts_edited_by_accounts_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_drafts" ADD CONSTRAINT "quest_drafts_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_reviews" ADD CONSTRAINT "quest_reviews_draft_id_quest_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."quest_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_reviews" ADD CONSTRAINT "quest_reviews_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quest_drafts_slug" ON "quest_drafts" USING btree ("space_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "quest_drafts_quest" ON "quest_drafts" USING btree ("quest_id");--> statement-breakpoint
CREATE INDEX "quest_drafts_newest" ON "quest_drafts" USING btree ("space_id","edited_at","id");--> statement-breakpoint
CREATE INDEX "quest_drafts_archived" ON "quest_drafts" USING btree ("quest_id") WHERE "quest_drafts"."archived_at" is not null;--> statement-breakpoint
CREATE INDEX "quest_reviews_draft" ON "quest_reviews" USING btree ("draft_id","id");