CREATE TABLE "space_contracts" (
	"space_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"address" text NOT NULL,
	"contract" jsonb NOT NULL,
	"items" integer NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "space_contracts_space_id_chain_address_pk" PRIMARY KEY("space_id","chain","address")
);
--> statement-breakpoint
ALTER TABLE "space_contracts" ADD CONSTRAINT "space_contracts_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;