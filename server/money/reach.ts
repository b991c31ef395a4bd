import { BaseError, ContractFunctionRevertedError, ContractFunctionZeroDataError } from 'viem'
import { CairnError } from '#server/shared/errors.ts'

export const unreachable = (cause: unknown) => new CairnError('chain.unreachable', 'L2 does not answer just now.', { cause })

/** What L2 answers. Throws `chain.unreachable` when it does not. */
export async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw unreachable(error)
  }
}

/** The same for a function that a contract need not have. */
export function orRevert<T, F>(answer: Promise<T>, otherwise: F): Promise<T | F> {
  return answer.catch((error: unknown) => {
    const isRefusal = (cause: unknown) => cause instanceof ContractFunctionRevertedError || cause instanceof ContractFunctionZeroDataError
    if (error instanceof BaseError && error.walk(isRefusal)) return otherwise
    throw unreachable(error)
  })
}
