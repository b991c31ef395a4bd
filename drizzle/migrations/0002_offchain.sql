CREATE TABLE "connections" (
	"account_id" uuid NOT NULL,
	"service" text NOT NULL,
	"user_id" text NOT NULL,
	"handle" text NOT NULL,
	"sealed_tokens" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_account_id_service_pk" PRIMARY KEY("account_id","service")
);
--> statement-breakpoint
CREATE TABLE "list_rows" (
	"digest" text NOT NULL,
	"value" text NOT NULL,
	"columns" jsonb NOT NULL,
	CONSTRAINT "list_rows_digest_value_pk" PRIMARY KEY("digest","value")
);
--> statement-breakpoint
CREATE TABLE "lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"name" text NOT NULL,
	"by" text NOT NULL,
	"digest" text NOT NULL,
	"columns" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"duplicates" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pasted_transactions" (
	"participation_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pasted_transactions_participation_id_step_id_hash_pk" PRIMARY KEY("participation_id","step_id","hash")
);
--> statement-breakpoint
CREATE TABLE "space_secrets" (
	"space_id" uuid NOT NULL,
	"name" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "space_secrets_space_id_name_pk" PRIMARY KEY("space_id","name")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participation_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"correct" integer,
	"ticket" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submissions_ticket_unique" UNIQUE("ticket")
);
--> statement-breakpoint
INSERT INTO "submissions" ("id", "participation_id", "step_id", "answers", "correct", "created_at")
SELECT "id", "participation_id", "step_id", "answers", "correct", "created_at" FROM "quiz_attempts";
--> statement-breakpoint
DROP TABLE "quiz_attempts" CASCADE;--> statement-breakpoint
ALTER TABLE "step_verdicts" ADD COLUMN "captured" jsonb;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pasted_transactions" ADD CONSTRAINT "pasted_transactions_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_secrets" ADD CONSTRAINT "space_secrets_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connections_service_user_id_index" ON "connections" USING btree ("service","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lists_space_id_digest_index" ON "lists" USING btree ("space_id","digest");--> statement-breakpoint
CREATE INDEX "submissions_participation_id_step_id_index" ON "submissions" USING btree ("participation_id","step_id");