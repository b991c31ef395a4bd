import { eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questDrafts } from '#drizzle/schema/index.ts'

/** What an account wrote and handed in becomes another's: nobody approves their own text by moving into an account that did not hand it in. */
export async function moveDrafts(connection: Connection, from: string, into: string): Promise<void> {
  await connection.update(questDrafts).set({ editedBy: into }).where(eq(questDrafts.editedBy, from))
  await connection.update(questDrafts).set({ submittedBy: into }).where(eq(questDrafts.submittedBy, from))
}
