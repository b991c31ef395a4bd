CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"token" bigint NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"interruptions" integer DEFAULT 0 NOT NULL,
	"interrupted_from" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wallet_sends" (
	"hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token" smallint NOT NULL,
	"amount" numeric(29, 0) NOT NULL,
	"status" text DEFAULT 'sent' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wallet_sends_account_id_hash_pk" PRIMARY KEY("account_id","hash")
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"batch" integer NOT NULL,
	"entry" integer NOT NULL,
	"kind" text NOT NULL,
	"account" integer NOT NULL,
	"token" smallint NOT NULL,
	"amount" numeric(29, 0) NOT NULL,
	"recipient" text,
	"paid" boolean DEFAULT false NOT NULL,
	"pay_tx" text,
	"paid_at" timestamp with time zone,
	CONSTRAINT "withdrawals_batch_entry_pk" PRIMARY KEY("batch","entry")
);
--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "reward_token" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "reward_per_mint" numeric(29, 0) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "account" integer GENERATED ALWAYS AS (((get_byte(words, 27) & 3) << 24) | (get_byte(words, 28) << 16) | (get_byte(words, 29) << 8) | get_byte(words, 30)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "l2_sends" ADD COLUMN "blob" "bytea";--> statement-breakpoint
ALTER TABLE "l2_sends" ADD COLUMN "gas_limit" bigint;--> statement-breakpoint
ALTER TABLE "rollup_txs" ADD COLUMN "account" integer;--> statement-breakpoint
ALTER TABLE "rollup_txs" ADD COLUMN "nonce" bigint;--> statement-breakpoint
ALTER TABLE "rollup_txs" ADD COLUMN "fee" numeric(29, 0);--> statement-breakpoint
ALTER TABLE "rollup_txs" ADD COLUMN "entry" text;--> statement-breakpoint
ALTER TABLE "rollup_txs" ADD COLUMN "words" "bytea";--> statement-breakpoint
ALTER TABLE "rollup_txs" ADD COLUMN "payee" integer GENERATED ALWAYS AS (case when entry = 'transfer' then ((get_byte(words, 60) & 3) << 24) | (get_byte(words, 61) << 16) | (get_byte(words, 62) << 8) | get_byte(words, 63) end) STORED;--> statement-breakpoint
ALTER TABLE "wallet_sends" ADD CONSTRAINT "wallet_sends_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wallet_sends_status_index" ON "wallet_sends" USING btree ("status");--> statement-breakpoint
CREATE INDEX "withdrawals_account_index" ON "withdrawals" USING btree ("account");--> statement-breakpoint
CREATE INDEX "withdrawals_recipient_index" ON "withdrawals" USING btree ("recipient");--> statement-breakpoint
CREATE INDEX "inbox_items_account_index" ON "inbox_items" USING btree ("account");--> statement-breakpoint
CREATE INDEX "inbox_items_tx_hash_index" ON "inbox_items" USING btree ("tx_hash");--> statement-breakpoint
CREATE INDEX "rollup_txs_payee_index" ON "rollup_txs" USING btree ("payee");--> statement-breakpoint
CREATE UNIQUE INDEX "rollup_txs_account_nonce" ON "rollup_txs" USING btree ("account","nonce") WHERE "rollup_txs"."status" <> 'refused';--> statement-breakpoint
CREATE INDEX "rollup_txs_pool" ON "rollup_txs" USING btree ("fee" DESC NULLS LAST,"created_at") WHERE "rollup_txs"."kind" = 'ledger' and "rollup_txs"."status" = 'accepted';