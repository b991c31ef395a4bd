import { isCairnError } from '#server/shared/errors.ts'

/** What L2 answers, or what stands in while it does not. */
export async function orElse<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (isCairnError(error) && error.code === 'chain.unreachable') return otherwise
    throw error
  }
}
