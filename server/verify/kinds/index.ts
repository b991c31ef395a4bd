import type * as z from 'zod'
import type { Namespace } from '#chains/chain.ts'
import { attestation } from './attestation.ts'
import { evmAccount } from './evm.account.ts'
import { evmBalance } from './evm.balance.ts'
import { evmBridge } from './evm.bridge.ts'
import { evmEvent } from './evm.event.ts'
import { evmRead } from './evm.read.ts'
import { evmTransaction } from './evm.transaction.ts'
import { evmTransfer } from './evm.transfer.ts'
import { graphql } from './graphql.ts'
import { http } from './http.ts'
import type { Kind } from './kind.ts'
import { list } from './list.ts'
import { oauth } from './oauth.ts'
import { poll } from './poll.ts'
import { quiz } from './quiz.ts'
import { reputation } from './reputation.ts'
import { solanaAccount } from './solana.account.ts'
import { solanaInstruction } from './solana.instruction.ts'
import { solanaToken } from './solana.token.ts'
import { solanaTransfer } from './solana.transfer.ts'
import { survey } from './survey.ts'
import { visit } from './visit.ts'

/** Every kind, in the order that authors see. A new kind is its file and a line here; the site's forms are closed by these ids. */
export const kinds = {
  'evm.event': evmEvent,
  'evm.transaction': evmTransaction,
  'evm.transfer': evmTransfer,
  'evm.balance': evmBalance,
  'evm.read': evmRead,
  'evm.account': evmAccount,
  'evm.bridge': evmBridge,
  attestation,
  reputation,
  'solana.instruction': solanaInstruction,
  'solana.transfer': solanaTransfer,
  'solana.token': solanaToken,
  'solana.account': solanaAccount,
  quiz,
  poll,
  survey,
  visit,
  list,
  http,
  graphql,
  oauth,
} as const

export type KindId = keyof typeof kinds
export type ParamsOf<K extends KindId> = z.output<(typeof kinds)[K]['params']>

export const kindIds = Object.keys(kinds) as [KindId, ...KindId[]]

// A line under another id than its kind's own does not compile.
const byId: { readonly [K in KindId]: Kind<K, ParamsOf<K>> } = kinds

/** The kind of that id, typed to its parameters. */
export function kindOf<K extends KindId>(id: K): Kind<K, ParamsOf<K>> {
  return byId[id]
}

/** The kind of chain that a leaf of these parameters names; null = none. */
export function namespaceOf<K extends KindId>(id: K, params: ParamsOf<K>): Namespace | null {
  const { namespace } = kindOf(id)
  return typeof namespace === 'function' ? namespace(params) : namespace
}
