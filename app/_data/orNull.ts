import { TRPCError } from '@trpc/server'
import { isCairnError } from '#server/shared/errors.ts'

/** What a page answers 404 to. Who may not see something of a space is not told that it is there; who is signed out is shown the way in by its layout. */
const absent: ReadonlySet<string> = new Set(['not-found', 'input.invalid', 'auth.forbidden', 'auth.required'])

/** Null where the API says "not found", "that is no such name" or "not for you": the page answers 404. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    const cause = error instanceof Error && isCairnError(error.cause) ? error.cause : error
    if (isCairnError(cause) && absent.has(cause.code)) return null
    // An address that nothing can have.
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null
    throw error
  }
}
