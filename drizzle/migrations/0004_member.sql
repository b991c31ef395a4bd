CREATE TABLE "account_merges" (
	"from_account" uuid NOT NULL,
	"into_account" uuid NOT NULL,
	"wallet" text NOT NULL,
	"message" text NOT NULL,
	"signature" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_merges_from_account_wallet_pk" PRIMARY KEY("from_account","wallet")
);
--> statement-breakpoint
CREATE TABLE "ens_names" (
	"wallet" text PRIMARY KEY NOT NULL,
	"name" text,
	"checked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "former_wallets" (
	"wallet" text NOT NULL,
	"account_id" uuid NOT NULL,
	"left_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "former_wallets_wallet_account_id_left_at_pk" PRIMARY KEY("wallet","account_id","left_at")
);
--> statement-breakpoint
CREATE TABLE "wallet_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wallet" text NOT NULL,
	"announced_by" text NOT NULL,
	"voter" boolean NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "wallet_votes" (
	"change_id" uuid NOT NULL,
	"wallet" text NOT NULL,
	"agrees" boolean NOT NULL,
	"message" text NOT NULL,
	"signature" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wallet_votes_change_id_wallet_pk" PRIMARY KEY("change_id","wallet")
);
--> statement-breakpoint
CREATE TABLE "collection_quests" (
	"collection_id" uuid NOT NULL,
	"quest_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "collection_quests_collection_id_quest_id_pk" PRIMARY KEY("collection_id","quest_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collections_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "quest_listings" (
	"quest_id" uuid PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"difficulty" smallint NOT NULL,
	"minutes" integer NOT NULL,
	"points" integer NOT NULL,
	"steps" integer NOT NULL,
	"chains" text[] NOT NULL,
	"search" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "season_quests" (
	"season_id" uuid NOT NULL,
	"quest_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "season_quests_season_id_quest_id_pk" PRIMARY KEY("season_id","quest_id")
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seasons_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "draw_winners" (
	"quest_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"tier" integer NOT NULL,
	"credential_id" uuid NOT NULL,
	"slot_index" integer NOT NULL,
	"ticket" text,
	"awarded_at" timestamp with time zone,
	CONSTRAINT "draw_winners_quest_id_rank_pk" PRIMARY KEY("quest_id","rank")
);
--> statement-breakpoint
CREATE TABLE "quest_draws" (
	"quest_id" uuid PRIMARY KEY NOT NULL,
	"commitment" text,
	"sealed_seed" text,
	"draws_at" timestamp with time zone NOT NULL,
	"seed" text,
	"block_number" bigint,
	"block_hash" text,
	"entrants" integer,
	"drawn_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "muted_notices" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "muted_notices_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"quest_id" uuid,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"pushed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"endpoint" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"secret" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_totals" (
	"board" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"xp" bigint NOT NULL,
	"credentials" integer NOT NULL,
	CONSTRAINT "board_totals_account_id_board_pk" PRIMARY KEY("account_id","board")
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" serial PRIMARY KEY NOT NULL,
	"period" text NOT NULL,
	"facet" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sybil_clusters" (
	"id" text PRIMARY KEY NOT NULL,
	"flag" text NOT NULL,
	"policy_hash" text NOT NULL,
	"signals" jsonb NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sybil_members" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"cluster" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "credentials_account_id_index";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "xp" integer;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "prize_of" uuid;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "prize_tier" smallint;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "family_id" uuid;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "period" integer;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "kind" smallint GENERATED ALWAYS AS (get_byte(words, 31)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD COLUMN "kept" boolean;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_from_account_accounts_id_fk" FOREIGN KEY ("from_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_into_account_accounts_id_fk" FOREIGN KEY ("into_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_wallets" ADD CONSTRAINT "former_wallets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_changes" ADD CONSTRAINT "wallet_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_votes" ADD CONSTRAINT "wallet_votes_change_id_wallet_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."wallet_changes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_quests" ADD CONSTRAINT "collection_quests_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_quests" ADD CONSTRAINT "collection_quests_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_listings" ADD CONSTRAINT "quest_listings_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_quests" ADD CONSTRAINT "season_quests_season_id_seasons_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."seasons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_quests" ADD CONSTRAINT "season_quests_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_winners" ADD CONSTRAINT "draw_winners_quest_id_quest_draws_quest_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quest_draws"("quest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_winners" ADD CONSTRAINT "draw_winners_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_draws" ADD CONSTRAINT "quest_draws_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_notices" ADD CONSTRAINT "muted_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_quest_id_quests_id_fk" FOREIGN KEY ("quest_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sybil_members" ADD CONSTRAINT "sybil_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sybil_members" ADD CONSTRAINT "sybil_members_cluster_sybil_clusters_id_fk" FOREIGN KEY ("cluster") REFERENCES "public"."sybil_clusters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ens_names_checked_at_index" ON "ens_names" USING btree ("checked_at");--> statement-breakpoint
CREATE INDEX "former_wallets_account_id_index" ON "former_wallets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "wallet_changes_account_id_created_at_index" ON "wallet_changes" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "wallet_changes_open" ON "wallet_changes" USING btree ("account_id","kind","wallet") WHERE "wallet_changes"."status" = 'open';--> statement-breakpoint
CREATE INDEX "wallet_changes_due" ON "wallet_changes" USING btree ("effective_at") WHERE "wallet_changes"."status" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "collection_quests_collection_id_position_index" ON "collection_quests" USING btree ("collection_id","position");--> statement-breakpoint
CREATE INDEX "collection_quests_quest_id_index" ON "collection_quests" USING btree ("quest_id");--> statement-breakpoint
CREATE INDEX "collections_space_id_index" ON "collections" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "quest_listings_search_index" ON "quest_listings" USING gin ("search");--> statement-breakpoint
CREATE INDEX "quest_listings_chains_index" ON "quest_listings" USING gin ("chains");--> statement-breakpoint
CREATE INDEX "quest_listings_category_index" ON "quest_listings" USING btree ("category");--> statement-breakpoint
CREATE UNIQUE INDEX "season_quests_season_id_position_index" ON "season_quests" USING btree ("season_id","position");--> statement-breakpoint
CREATE INDEX "season_quests_quest_id_index" ON "season_quests" USING btree ("quest_id");--> statement-breakpoint
CREATE INDEX "seasons_space_id_index" ON "seasons" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "seasons_ends_at_index" ON "seasons" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "quest_draws_paid_at_draws_at_index" ON "quest_draws" USING btree ("paid_at","draws_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_account_id_key_index" ON "notices" USING btree ("account_id","key");--> statement-breakpoint
CREATE INDEX "notices_account_id_id_index" ON "notices" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("account_id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notices_unpushed" ON "notices" USING btree ("id") WHERE "notices"."pushed_at" is null;--> statement-breakpoint
CREATE INDEX "push_subscriptions_account_id_index" ON "push_subscriptions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "board_totals_rank" ON "board_totals" USING btree ("board","xp" DESC NULLS FIRST,"account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "boards_period_facet_index" ON "boards" USING btree ("period","facet");--> statement-breakpoint
CREATE INDEX "sybil_members_cluster_index" ON "sybil_members" USING btree ("cluster");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_merged_into_accounts_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quests" ADD CONSTRAINT "quests_prize_of_quests_id_fk" FOREIGN KEY ("prize_of") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quests" ADD CONSTRAINT "quests_family_id_quests_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."quests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_handle_prefix" ON "accounts" USING btree ("handle" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_primary" ON "wallets" USING btree ("account_id") WHERE "wallets"."primary";--> statement-breakpoint
CREATE INDEX "credentials_account_id_slot_index_index" ON "credentials" USING btree ("account_id","slot_index");--> statement-breakpoint
CREATE INDEX "completions_quest_id_created_at_index" ON "completions" USING btree ("quest_id","created_at");--> statement-breakpoint
CREATE INDEX "completions_account_id_index" ON "completions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "quest_versions_words" ON "quest_versions" USING gin (to_tsvector('simple', (("definition" #>> '{title,en}') || ' ' || ("definition" #>> '{title,ja}'))));--> statement-breakpoint
CREATE INDEX "quest_versions_letters" ON "quest_versions" USING gin (regexp_split_to_array(lower((("definition" #>> '{title,en}') || ' ' || ("definition" #>> '{title,ja}'))), ''));--> statement-breakpoint
CREATE INDEX "quests_space_id_index" ON "quests" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "quests_opens_at_id_index" ON "quests" USING btree ("opens_at","id");--> statement-breakpoint
CREATE INDEX "quests_closes_at_id_index" ON "quests" USING btree ("closes_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "quests_family_id_period_index" ON "quests" USING btree ("family_id","period");--> statement-breakpoint
CREATE UNIQUE INDEX "quests_prizes" ON "quests" USING btree ("prize_of","prize_tier") WHERE "quests"."prize_of" is not null;--> statement-breakpoint
CREATE INDEX "spaces_words" ON "spaces" USING gin (to_tsvector('simple', ("name" || ' ' || "slug")));--> statement-breakpoint
CREATE INDEX "spaces_letters" ON "spaces" USING gin (regexp_split_to_array(lower(("name" || ' ' || "slug")), ''));--> statement-breakpoint
CREATE INDEX "inbox_items_seen_at_index" ON "inbox_items" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "inbox_items_kind_seen_at_index" ON "inbox_items" USING btree ("kind","seen_at");--> statement-breakpoint
CREATE INDEX "inbox_items_refused" ON "inbox_items" USING btree ("seen_at") WHERE "inbox_items"."applied" = 0;--> statement-breakpoint
CREATE INDEX "rollup_batches_sealed_at_index" ON "rollup_batches" USING btree ("sealed_at");--> statement-breakpoint
CREATE INDEX "rollup_batches_new_root_index" ON "rollup_batches" USING btree ("new_root");--> statement-breakpoint
CREATE INDEX "rollup_batches_propose_tx_index" ON "rollup_batches" USING btree ("propose_tx");--> statement-breakpoint
CREATE INDEX "rollup_batches_vote_tx_index" ON "rollup_batches" USING btree ("vote_tx");--> statement-breakpoint
CREATE INDEX "rollup_txs_kind_created_at_index" ON "rollup_txs" USING btree ("kind","created_at");--> statement-breakpoint
CREATE INDEX "rollup_txs_entries" ON "rollup_txs" USING btree ("entry","created_at") WHERE "rollup_txs"."kind" = 'ledger';--> statement-breakpoint
CREATE INDEX "withdrawals_pay_tx_index" ON "withdrawals" USING btree ("pay_tx");