CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"handle" text,
	"slot_index" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_handle_unique" UNIQUE("handle"),
	CONSTRAINT "accounts_slotIndex_unique" UNIQUE("slot_index")
);
--> statement-breakpoint
CREATE TABLE "wallet_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"from_message" text NOT NULL,
	"from_signature" text NOT NULL,
	"to_message" text NOT NULL,
	"to_signature" text NOT NULL,
	"extra" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"address" text PRIMARY KEY NOT NULL,
	"namespace" text NOT NULL,
	"account_id" uuid NOT NULL,
	"primary" boolean DEFAULT false NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"browser_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"wallet" text NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"completion_id" uuid NOT NULL,
	"quest_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"tx_id" uuid NOT NULL,
	"slot_index" integer,
	"serial" integer,
	"issued_at" timestamp with time zone,
	"evidence_digest" text NOT NULL,
	"evidence_root" text,
	"evidence_position" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credentials_completionId_unique" UNIQUE("completion_id"),
	CONSTRAINT "credentials_txId_unique" UNIQUE("tx_id"),
	CONSTRAINT "credentials_slotIndex_unique" UNIQUE("slot_index")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_cursors" (
	"chain" text PRIMARY KEY NOT NULL,
	"height" bigint NOT NULL,
	"hash" text NOT NULL,
	"finalized_height" bigint NOT NULL,
	"head_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "completions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"quest_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"evidence_digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"digest" text PRIMARY KEY NOT NULL,
	"bundle" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"quest_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "quest_versions" (
	"quest_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"rules_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quest_versions_quest_id_version_pk" PRIMARY KEY("quest_id","version")
);
--> statement-breakpoint
CREATE TABLE "quests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"published_version" integer,
	"slot_index" integer,
	"supply" integer NOT NULL,
	"completed" integer DEFAULT 0 NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quests_slug_unique" UNIQUE("slug"),
	CONSTRAINT "quests_slotIndex_unique" UNIQUE("slot_index")
);
--> statement-breakpoint
CREATE TABLE "quiz_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participation_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"correct" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "step_verdicts" (
	"participation_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"status" text NOT NULL,
	"trace" jsonb NOT NULL,
	"evidence_digest" text,
	"judged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "step_verdicts_participation_id_step_id_pk" PRIMARY KEY("participation_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "deployments" (
	"name" text PRIMARY KEY NOT NULL,
	"chain_id" integer NOT NULL,
	"address" text NOT NULL,
	"block_number" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_items" (
	"index" integer PRIMARY KEY NOT NULL,
	"words" "bytea" NOT NULL,
	"block_number" bigint NOT NULL,
	"tx_hash" text NOT NULL,
	"batch" integer,
	"applied" integer
);
--> statement-breakpoint
CREATE TABLE "l2_sends" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"sender" text NOT NULL,
	"to" text NOT NULL,
	"data" text NOT NULL,
	"value" text DEFAULT '0' NOT NULL,
	"nonce" integer,
	"hashes" text[] DEFAULT '{}' NOT NULL,
	"raw_tx" text,
	"max_fee_per_gas" text,
	"status" text DEFAULT 'queued' NOT NULL,
	"mined_hash" text,
	"gas_used" bigint,
	"block_number" bigint,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"mined_at" timestamp with time zone,
	CONSTRAINT "l2_sends_purpose_unique" UNIQUE("purpose")
);
--> statement-breakpoint
CREATE TABLE "proof_jobs" (
	"batch" integer PRIMARY KEY NOT NULL,
	"circuit" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"inputs" jsonb NOT NULL,
	"leased_by" text,
	"leased_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"proof" "bytea",
	"recipient" text,
	"witness_ms" integer,
	"proof_ms" integer,
	"peak_memory_kb" integer,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rollup_batches" (
	"number" integer PRIMARY KEY NOT NULL,
	"circuit" text NOT NULL,
	"status" text DEFAULT 'sealed' NOT NULL,
	"old_root" "bytea" NOT NULL,
	"new_root" "bytea" NOT NULL,
	"timestamp" bigint NOT NULL,
	"calldata" text NOT NULL,
	"lengths" text NOT NULL,
	"data_commit" "bytea" NOT NULL,
	"words_hash" "bytea" NOT NULL,
	"challenge" "bytea" NOT NULL,
	"evaluation" "bytea" NOT NULL,
	"effects" integer NOT NULL,
	"inbox_from" integer NOT NULL,
	"inbox_to" integer NOT NULL,
	"credentials" integer NOT NULL,
	"accounts" integer NOT NULL,
	"request_ids" jsonb NOT NULL,
	"propose_tx" text,
	"vote_tx" text,
	"propose_gas" bigint,
	"verify_gas" bigint,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proposed_at" timestamp with time zone,
	"proven_at" timestamp with time zone,
	"final_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rollup_leaves" (
	"tree" smallint NOT NULL,
	"index" bigint NOT NULL,
	"batch" integer NOT NULL,
	"fields" jsonb NOT NULL,
	CONSTRAINT "rollup_leaves_tree_index_batch_pk" PRIMARY KEY("tree","index","batch")
);
--> statement-breakpoint
CREATE TABLE "rollup_nodes" (
	"tree" smallint NOT NULL,
	"level" smallint NOT NULL,
	"index" bigint NOT NULL,
	"batch" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "rollup_nodes_tree_level_index_batch_pk" PRIMARY KEY("tree","level","index","batch")
);
--> statement-breakpoint
CREATE TABLE "rollup_txs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text DEFAULT 'accepted' NOT NULL,
	"batch" integer,
	"position" integer,
	"refusal" text,
	"request_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rollup_txs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "rollup_wallets" (
	"wallet" text PRIMARY KEY NOT NULL,
	"account" integer NOT NULL,
	"batch" integer NOT NULL,
	CONSTRAINT "rollup_wallets_account_unique" UNIQUE("account")
);
--> statement-breakpoint
CREATE TABLE "watcher_batches" (
	"batch" integer PRIMARY KEY NOT NULL,
	"derived_root" "bytea" NOT NULL,
	"claimed_root" "bytea" NOT NULL,
	"agrees" smallint NOT NULL,
	"reason" text,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "wallet_links" ADD CONSTRAINT "wallet_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_completion_id_completions_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_tx_id_rollup_txs_id_fk" FOREIGN KEY ("tx_id") REFERENCES "public"."rollup_txs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_versions" ADD CONSTRAINT "quest_versions_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quests" ADD CONSTRAINT "quests_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_owner_id_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_verdicts" ADD CONSTRAINT "step_verdicts_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wallet_links_account_id_index" ON "wallet_links" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "wallets_account_id_index" ON "wallets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "credentials_account_id_index" ON "credentials" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_quest_id_serial_index" ON "credentials" USING btree ("quest_id","serial");--> statement-breakpoint
CREATE INDEX "events_topic_id_index" ON "events" USING btree ("topic","id");--> statement-breakpoint
CREATE UNIQUE INDEX "completions_quest_id_account_id_index" ON "completions" USING btree ("quest_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participations_quest_id_account_id_index" ON "participations" USING btree ("quest_id","account_id");--> statement-breakpoint
CREATE INDEX "participations_account_id_index" ON "participations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "quiz_attempts_participation_id_step_id_index" ON "quiz_attempts" USING btree ("participation_id","step_id");--> statement-breakpoint
CREATE INDEX "l2_sends_status_index" ON "l2_sends" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "l2_sends_sender_nonce_index" ON "l2_sends" USING btree ("sender","nonce");--> statement-breakpoint
CREATE INDEX "proof_jobs_status_batch_index" ON "proof_jobs" USING btree ("status","batch");--> statement-breakpoint
CREATE INDEX "rollup_txs_status_created_at_index" ON "rollup_txs" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "rollup_txs_batch_index" ON "rollup_txs" USING btree ("batch");