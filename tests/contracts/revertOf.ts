import { BaseError, ContractFunctionRevertedError } from 'viem'

/** Name of the custom error that a contract call reverts with; `null` when it does not revert. */
export async function revertOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call
    return null
  } catch (error) {
    const reverted = error instanceof BaseError && error.walk((cause) => cause instanceof ContractFunctionRevertedError)
    if (!(reverted instanceof ContractFunctionRevertedError)) throw error
    return reverted.data?.errorName ?? reverted.signature ?? reverted.reason ?? 'revert'
  }
}
