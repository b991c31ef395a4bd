CREATE TABLE "featured_quests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"quest_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "listing_stops" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"quest_id" uuid,
	"kind" text NOT NULL,
	"reason" jsonb,
	"account_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"appeal" text,
	"appealed_by" uuid,
	"appealed_at" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid
);
--> statement-breakpoint
CREATE TABLE "platform_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"quest_id" uuid,
	"kind" text NOT NULL,
	"stop_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"outcome" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "platform_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "platform_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" uuid,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_reports" (
	"case_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "platform_reports_case_id_account_id_pk" PRIMARY KEY("case_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "platform_roles" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "space_domains" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"nonce" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"proven_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"failing_since" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "space_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"wallet" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "space_profiles" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"name_ja" text,
	"about" jsonb,
	"website" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "featured_quests" ADD CONSTRAINT "featured_quests_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "featured_quests" ADD CONSTRAINT "featured_quests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_stops" ADD CONSTRAINT "listing_stops_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_stops" ADD CONSTRAINT "listing_stops_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_stops" ADD CONSTRAINT "listing_stops_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_stops" ADD CONSTRAINT "listing_stops_appealed_by_accounts_id_fk" FOREIGN KEY ("appealed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_stops" ADD CONSTRAINT "listing_stops_lifted_by_accounts_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_cases" ADD CONSTRAINT "platform_cases_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_cases" ADD CONSTRAINT "platform_cases_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_cases" ADD CONSTRAINT "platform_cases_stop_id_listing_stops_id_fk" FOREIGN KEY ("stop_id") REFERENCES "public"."listing_stops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_cases" ADD CONSTRAINT "platform_cases_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_cases" ADD CONSTRAINT "platform_cases_resolved_by_accounts_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_entries" ADD CONSTRAINT "platform_entries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_reports" ADD CONSTRAINT "platform_reports_case_id_platform_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."platform_cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_reports" ADD CONSTRAINT "platform_reports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "platform_roles" ADD CONSTRAINT "platform_roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_domains" ADD CONSTRAINT "space_domains_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitations" ADD CONSTRAINT "space_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_profiles" ADD CONSTRAINT "space_profiles_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "featured_quests_span" ON "featured_quests" USING btree ("ends_at") WHERE "featured_quests"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "listing_stops_space" ON "listing_stops" USING btree ("space_id") WHERE "listing_stops"."quest_id" is null and "listing_stops"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "listing_stops_quest" ON "listing_stops" USING btree ("quest_id") WHERE "listing_stops"."quest_id" is not null and "listing_stops"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "listing_stops_of" ON "listing_stops" USING btree ("space_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "platform_cases_space" ON "platform_cases" USING btree ("kind","space_id") WHERE "platform_cases"."status" <> 'resolved' and "platform_cases"."quest_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "platform_cases_quest" ON "platform_cases" USING btree ("kind","quest_id") WHERE "platform_cases"."status" <> 'resolved' and "platform_cases"."quest_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "platform_cases_first" ON "platform_cases" USING btree ("space_id") WHERE "platform_cases"."kind" = 'first-publication';--> statement-breakpoint
CREATE INDEX "platform_cases_queue" ON "platform_cases" USING btree ("opened_at","id") WHERE "platform_cases"."status" <> 'resolved';--> statement-breakpoint
CREATE INDEX "platform_cases_upheld" ON "platform_cases" USING btree ("space_id","resolved_at") WHERE "platform_cases"."kind" = 'report' and "platform_cases"."outcome" = 'upheld';--> statement-breakpoint
CREATE INDEX "platform_reports_account" ON "platform_reports" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "space_domains_due" ON "space_domains" USING btree ("checked_at") WHERE "space_domains"."status" = 'proven';--> statement-breakpoint
CREATE UNIQUE INDEX "space_invitations_open" ON "space_invitations" USING btree ("space_id","wallet") WHERE "space_invitations"."status" = 'open';--> statement-breakpoint
CREATE INDEX "space_invitations_wallet" ON "space_invitations" USING btree ("wallet") WHERE "space_invitations"."status" = 'open';