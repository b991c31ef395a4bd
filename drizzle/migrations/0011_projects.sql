CREATE TABLE "pictures" (
	"hash" text PRIMARY KEY NOT NULL,
	"large" "bytea" NOT NULL,
	"small" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "space_pictures" (
	"space_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "space_pictures_space_id_hash_pk" PRIMARY KEY("space_id","hash")
);
--> statement-breakpoint
CREATE TABLE "quest_preparations" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"definition" json NOT NULL,
	"slot_indices" integer[] NOT NULL,
	"places" integer NOT NULL,
	"slot_account" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_links" (
	"code" text PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral_payments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "referral_payments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"space_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" numeric(29, 0) NOT NULL,
	"tx" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referral_payments_tx_unique" UNIQUE("tx")
);
--> statement-breakpoint
CREATE TABLE "space_vaults" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"slot_account" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "api_keys_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"space_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "issuer_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"quest" integer NOT NULL,
	"key_x" "bytea" NOT NULL,
	"key_y" "bytea" NOT NULL,
	"tx_key" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issuer_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"quest" integer NOT NULL,
	"key_x" "bytea" NOT NULL,
	"key_y" "bytea" NOT NULL,
	"group_nonce" bigint NOT NULL,
	"txs" uuid[] NOT NULL,
	"accounts" integer[] NOT NULL,
	"wallets" text[] NOT NULL,
	"digests" text[] NOT NULL,
	"evidence_root" "bytea" NOT NULL,
	"valid_until" bigint NOT NULL,
	"message" "bytea" NOT NULL,
	"status" text DEFAULT 'asking' NOT NULL,
	"s" "bytea",
	"e" "bytea",
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"signed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "space_signers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"key_x" "bytea" NOT NULL,
	"key_y" "bytea" NOT NULL,
	"sealed_secret" text NOT NULL,
	"proven" boolean DEFAULT false NOT NULL,
	"in_use" boolean DEFAULT false NOT NULL,
	"voucher_did" text,
	"voucher_s" "bytea",
	"voucher_e" "bytea",
	"checked_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text,
	"last_words" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "featured_quests" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "referral" text;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "fee_per_mint" numeric(29, 0) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "slot_owner" integer;--> statement-breakpoint
ALTER TABLE "quests" ADD COLUMN "opening_tx" text;--> statement-breakpoint
ALTER TABLE "space_pictures" ADD CONSTRAINT "space_pictures_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_pictures" ADD CONSTRAINT "space_pictures_hash_pictures_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."pictures"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quest_preparations" ADD CONSTRAINT "quest_preparations_draft_id_quest_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."quest_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_links" ADD CONSTRAINT "referral_links_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_links" ADD CONSTRAINT "referral_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_payments" ADD CONSTRAINT "referral_payments_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_payments" ADD CONSTRAINT "referral_payments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_vaults" ADD CONSTRAINT "space_vaults_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_vaults" ADD CONSTRAINT "space_vaults_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_signers" ADD CONSTRAINT "space_signers_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "space_pictures_hash" ON "space_pictures" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "space_pictures_kept" ON "space_pictures" USING btree ("kept_at");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_links_once" ON "referral_links" USING btree ("space_id","account_id","role");--> statement-breakpoint
CREATE INDEX "referral_links_account_id_index" ON "referral_links" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "referral_payments_space_id_account_id_index" ON "referral_payments" USING btree ("space_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash_index" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_space" ON "api_keys" USING btree ("space_id","number");--> statement-breakpoint
CREATE INDEX "api_keys_account_id_index" ON "api_keys" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "issuer_changes_open" ON "issuer_changes" USING btree ("quest") WHERE "issuer_changes"."tx_key" is null;--> statement-breakpoint
CREATE INDEX "issuer_changes_quest_id_index" ON "issuer_changes" USING btree ("quest","id");--> statement-breakpoint
CREATE UNIQUE INDEX "issuer_groups_open" ON "issuer_groups" USING btree ("quest") WHERE "issuer_groups"."status" in ('asking', 'signed');--> statement-breakpoint
CREATE INDEX "issuer_groups_due" ON "issuer_groups" USING btree ("next_at") WHERE "issuer_groups"."status" = 'asking';--> statement-breakpoint
CREATE INDEX "issuer_groups_quest_created_at_index" ON "issuer_groups" USING btree ("quest","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "space_signers_key" ON "space_signers" USING btree ("key_x","key_y") WHERE "space_signers"."proven";--> statement-breakpoint
CREATE UNIQUE INDEX "space_signers_own" ON "space_signers" USING btree ("space_id","key_x","key_y");--> statement-breakpoint
CREATE UNIQUE INDEX "space_signers_in_use" ON "space_signers" USING btree ("space_id") WHERE "space_signers"."in_use";--> statement-breakpoint
CREATE INDEX "space_signers_space_id_created_at_index" ON "space_signers" USING btree ("space_id","created_at");--> statement-breakpoint
CREATE INDEX "participations_referral" ON "participations" USING btree ("referral") WHERE "participations"."referral" is not null;