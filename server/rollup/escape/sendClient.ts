import { type Abi, type Account, BaseError, type Chain, ContractFunctionRevertedError, type Transport, type WalletClient } from 'viem'
import { escapeAbi } from '#contracts/abi/escape.gen.ts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { sharedBridgeAbi } from '#contracts/abi/sharedBridge.gen.ts'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

export type SendDeps = { client: L2Client; wallet: WalletClient<Transport, Chain, Account> }

export type ContractCall = { address: Hex; functionName: string; args: readonly unknown[] }

/** Errors of the contracts behind a call come out of it as they are: the names of all of them are known here. */
const errors = [...inboxAbi, ...sharedBridgeAbi].filter((item) => item.type === 'error')
const collecting = sharedBridgeAbi.filter((item) => item.type === 'function' && item.name === 'collect')
const abi: Abi = [...escapeAbi, ...rollupAbi, ...collecting, ...errors]

/** Errors that say: somebody else did it. */
const doneAlready = new Set(['ExitedAlready', 'EntryPaid', 'NothingToReturn', 'NothingToCollect', 'SlotIsFrozen'])

/**
 * Sends one call and waits until it is mined. Null when L2 says that it happened already: whoever called, the money went to the same payee.
 * Throws `chain.refused` with the contract's own error, `chain.unreachable` when the node does not answer.
 */
export async function sendCall({ client, wallet }: SendDeps, call: ContractCall): Promise<Hex | null> {
  try {
    const { request } = await client.simulateContract({ ...call, abi, account: wallet.account })
    const hash = await wallet.writeContract(request)
    const { status } = await client.waitForTransactionReceipt({ hash })
    if (status === 'success') return hash
    // Between the look and the block somebody else was faster, or the chain moved: looking again tells.
    await client.simulateContract({ ...call, abi, account: wallet.account })
    throw new CairnError('chain.refused', 'L2 reverted the transaction.', { meta: { field: call.functionName, found: hash } })
  } catch (error) {
    const name = revertName(error)
    if (name !== null && doneAlready.has(name)) return null
    throw toChainError(error, call, name)
  }
}

/** Name of the custom error that a call reverts with; null for any other failure. */
function revertName(error: unknown): string | null {
  const reverted = error instanceof BaseError ? error.walk((cause) => cause instanceof ContractFunctionRevertedError) : null
  return reverted instanceof ContractFunctionRevertedError ? (reverted.data?.errorName ?? reverted.signature ?? 'revert') : null
}

function toChainError(error: unknown, { functionName }: ContractCall, name: string | null): unknown {
  if (!(error instanceof BaseError)) return error
  if (name === null) return new CairnError('chain.unreachable', `L2 did not take ${functionName}: ${error.shortMessage}`, { cause: error })
  const meta = { field: functionName, found: name }
  return new CairnError('chain.refused', `L2 refuses ${functionName}: ${name}.`, { meta, cause: error })
}
