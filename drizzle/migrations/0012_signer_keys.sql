DROP INDEX "space_signers_key";--> statement-breakpoint
CREATE UNIQUE INDEX "space_signers_own" ON "space_signers" USING btree ("space_id","key_x","key_y");--> statement-breakpoint
CREATE UNIQUE INDEX "space_signers_key" ON "space_signers" USING btree ("key_x","key_y") WHERE "space_signers"."proven";