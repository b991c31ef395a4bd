CREATE TABLE "quest_arrivals" (
	"quest_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"referrer" text,
	"ref" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "quest_arrivals_quest_id_account_id_pk" PRIMARY KEY("quest_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "quest_views" (
	"quest_id" uuid NOT NULL,
	"day" date NOT NULL,
	"visitor" text NOT NULL,
	"referrer" text,
	"ref" text,
	CONSTRAINT "quest_views_quest_id_day_visitor_pk" PRIMARY KEY("quest_id","day","visitor")
);
--> statement-breakpoint
CREATE TABLE "revocations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"credential_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"tx_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revocations_credentialId_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "view_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "step_verdicts" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "step_verdicts" ADD COLUMN "chains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "quest_arrivals" ADD CONSTRAINT "quest_arrivals_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_arrivals" ADD CONSTRAINT "quest_arrivals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_views" ADD CONSTRAINT "quest_views_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quest_arrivals_account_id_index" ON "quest_arrivals" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "revocations_tx" ON "revocations" USING btree ("tx_key");--> statement-breakpoint
CREATE INDEX "revocations_due" ON "revocations" USING btree ("created_at") WHERE "revocations"."tx_key" is null;--> statement-breakpoint
CREATE INDEX "participations_started" ON "participations" USING btree ("quest_id","started_at","id");