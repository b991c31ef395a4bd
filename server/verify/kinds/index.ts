import { evmBalance } from './evm.balance.ts'
import { evmEvent } from './evm.event.ts'
import { evmTransaction } from './evm.transaction.ts'
import type { Kind } from './kind.ts'
import type { KindId } from './params.ts'
import { quiz } from './quiz.ts'
import { solanaTransfer } from './solana.transfer.ts'

/** Every kind. One that is missing here does not compile. */
export const kinds = {
  'evm.event': evmEvent,
  'evm.transaction': evmTransaction,
  'evm.balance': evmBalance,
  'solana.transfer': solanaTransfer,
  quiz,
} as const satisfies { [K in KindId]: Kind<K> }

const byId: { readonly [K in KindId]: Kind<K> } = kinds

/** The kind of that id, typed to its parameters. */
export function kindOf<K extends KindId>(id: K): Kind<K> {
  return byId[id]
}
