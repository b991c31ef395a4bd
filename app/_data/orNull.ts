import { TRPCError } from '@trpc/server'
import { isCairnError } from '#server/shared/errors.ts'

/** Null where the API says "not found" or "that is no such name": the page answers 404. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    const cause = error instanceof Error && isCairnError(error.cause) ? error.cause : error
    if (isCairnError(cause) && (cause.code === 'not-found' || cause.code === 'input.invalid')) return null
    // An address that nothing can have.
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null
    throw error
  }
}
