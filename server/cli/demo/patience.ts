import { systemClock } from '#server/shared/clock.ts'
import { CairnError } from '#server/shared/errors.ts'

/** Until when the whole journey may take, and what is said when something has to be tried again. */
export type Patience = { readonly deadline: number; readonly say: (line: string) => void }

/** An answer that trying again cannot change. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Does `work` until it succeeds or the deadline has passed. Processes of the stack may die under it at any time: everything but a refusal is
 * tried again, so `work` must be safe to repeat.
 */
export async function persist<T>({ deadline, say }: Patience, what: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (systemClock.now() > deadline) throw new CairnError('internal', `${what}: not done in time.`, { cause: error })
      if (attempt % 10 === 0) say(`    ${what}: still trying (${reasonOf(error)})`)
      await systemClock.sleep(Math.min(2000, 150 * attempt))
    }
  }
}

/** Asks again and again until the answer is not null. */
export async function until<T>(patience: Patience, what: string, ask: () => Promise<T | null>): Promise<T> {
  return persist(patience, what, async () => {
    const answer = await ask()
    if (answer === null) throw new Error('not yet')
    return answer
  })
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${error instanceof Error ? error.message : String(error)}${cause}`.split('\n')[0]?.slice(0, 160) ?? ''
}
