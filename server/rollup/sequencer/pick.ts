import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import type { MintPayload, OpenAccountPayload } from './ports.ts'

export type WaitingMint = { id: string; payload: MintPayload }
export type WaitingOpen = { id: string; payload: OpenAccountPayload }

/** What fits into the next batch, oldest first. */
export type Pick = {
  /** Wallets to open, in order; `txIds` are the openAccount txs among them. */
  opens: { wallet: string; accountId?: string; txId?: string }[]
  groups: { quest: number; mints: WaitingMint[] }[]
}

type Capacity = { mints: number; opens: number; groups: number }

/**
 * Chooses openings and mint groups for a circuit. `known` holds the wallets that have a slot account.
 * A group takes whole words of accounts, so the last word of a group may stay partly empty.
 */
export function pickTxs(capacity: Capacity, known: ReadonlySet<string>, opens: WaitingOpen[], mints: WaitingMint[]): Pick {
  const opening = new Map<string, Pick['opens'][number]>()
  for (const { id, payload } of opens) {
    if (opening.size < capacity.opens && !opening.has(payload.wallet) && !known.has(payload.wallet)) {
      opening.set(payload.wallet, { ...payload, txId: id })
    }
  }
  const groups = new Map<number, WaitingMint[]>()
  const perWord = protocol.accountsPerWord
  const words = () => [...groups.values()].reduce((sum, group) => sum + Math.ceil(group.length / perWord), 0)
  for (const mint of mints) {
    const { wallet, accountId, questIndex } = mint.payload
    const isNew = !known.has(wallet) && !opening.has(wallet)
    if (isNew && opening.size >= capacity.opens) continue
    const group = groups.get(questIndex)
    if (!group && groups.size >= capacity.groups) continue
    const opensWord = (group?.length ?? 0) % perWord === 0
    if (opensWord && words() >= capacity.mints / perWord) continue
    if (isNew) opening.set(wallet, { wallet, accountId })
    if (group) group.push(mint)
    else groups.set(questIndex, [mint])
  }
  return { opens: [...opening.values()], groups: [...groups].map(([quest, members]) => ({ quest, mints: members })) }
}
