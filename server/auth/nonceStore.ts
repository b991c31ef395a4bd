import { eq, lt } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { nonces } from '#drizzle/schema/index.ts'

export type NonceRow = { nonce: string; browserId: string; expiresAt: Date }

/** Challenges that were handed out. `take` removes and answers in one statement: of many takers exactly one gets the row. */
export type NonceStore = {
  put(row: NonceRow): Promise<void>
  take(nonce: string): Promise<NonceRow | null>
  removeExpired(now: Date): Promise<void>
}

export function createNonceStore(connection: Connection): NonceStore {
  return {
    async put(row) {
      await connection.insert(nonces).values(row)
    },
    async take(nonce) {
      const [row] = await connection.delete(nonces).where(eq(nonces.nonce, nonce)).returning()
      return row ?? null
    },
    async removeExpired(now) {
      await connection.delete(nonces).where(lt(nonces.expiresAt, now))
    },
  }
}
