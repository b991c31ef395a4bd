import { cache } from 'react'
import type { Outputs, TxFilter, TxState } from '#server/api/types.ts'
import { caller } from './caller.ts'
import { orNull } from './orNull.ts'

/** Shapes of what the explorer's pages read, under the names that they use. */
export type TxPage = Outputs['explorer']['txs']
export type Tx = TxPage['items'][number]
export type TxKind = Tx['kind']
export type Tokens = TxPage['tokens']
export type TxDetail = Outputs['explorer']['tx']
export type TxFieldView = TxDetail['fields'][number]
export type SlotMember = NonNullable<Tx['account']>
export type InboxPage = Outputs['explorer']['inbox']
export type InboxItem = InboxPage['items'][number]
export type WithdrawalPage = Outputs['explorer']['withdrawals']
export type Withdrawal = WithdrawalPage['items'][number]
export type ProofPage = Outputs['explorer']['proofs']
export type BatchPage = Outputs['explorer']['batch']
export type Charts = Outputs['explorer']['charts']
export type L2Pages = Outputs['explorer']['l2']['pages']

export type { TxFilter, TxState }

type Page = { cursor?: string | null; limit: number }
type TxQuery = Page & { kind?: TxFilter | null; state?: TxState | null; batch?: number | null }

/** Null where the address names no list that there is: an old cursor, say. */
export const listTxs = async (query: TxQuery) => orNull((await caller()).explorer.txs(query))
export const txById = cache(async (id: string) => orNull((await caller()).explorer.tx({ id })))
export const listInbox = async (page: Page) => orNull((await caller()).explorer.inbox(page))
export const listWithdrawals = async (page: Page) => orNull((await caller()).explorer.withdrawals(page))
export const listProofs = async (page: Page) => orNull((await caller()).explorer.proofs(page))
export const slotCharts = async () => (await caller()).explorer.charts()
export const l2Facts = cache(async () => (await caller()).explorer.l2())

/** The cursor of a list's page; anything that cannot be one is left out. */
export function cursorOf(query: { cursor?: string | string[] | undefined }): string | null {
  const { cursor } = query
  return typeof cursor === 'string' && cursor !== '' && cursor.length <= 500 ? cursor : null
}
