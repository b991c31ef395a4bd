import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import type { MintPayload, OpenAccountPayload } from './ports.ts'

export type WaitingMint = { id: string; payload: MintPayload }
export type WaitingOpen = { id: string; payload: OpenAccountPayload }

/** A group as it was signed before: it is taken whole or not at all. Its accounts are open. */
export type SignedPick = { quest: number; mints: WaitingMint[]; id: string }

/** What fits into the next batch, oldest first. */
export type Pick<G extends SignedPick = SignedPick> = {
  /** Wallets to open, in order; `txIds` are the openAccount txs among them. */
  opens: { wallet: string; accountId?: string; txId?: string }[]
  /** `signed`: the group that was signed apart; the others are signed when the batch is made. */
  groups: { quest: number; mints: WaitingMint[]; signed?: G }[]
}

type Capacity = { mints: number; opens: number; groups: number }
type Members = { opens: WaitingOpen[]; mints: WaitingMint[] }

/**
 * Chooses openings and mint groups for a circuit. `known` holds the wallets that have a slot account.
 * A group takes whole words of accounts, so the last word of a group may stay partly empty. Signed groups and mints that are signed here share the batch:
 * neither shuts the other out.
 */
export function pickTxs<G extends SignedPick = SignedPick>(
  capacity: Capacity,
  known: ReadonlySet<string>,
  { opens, mints }: Members,
  ready: readonly G[] = [],
): Pick<G> {
  const first = takeReady(ready, { words: wordsOf(capacity.mints), groups: capacity.groups }, mints.length > 0)
  const left = { ...capacity, groups: capacity.groups - first.length, mints: capacity.mints - perWord * wordsIn(first) }
  const taken = new Set(first.map(({ quest }) => quest))
  // A quest has one group in a batch: each raises the nonce that the next one is signed for.
  const chosen = pickMints(left, known, { opens, mints: mints.filter(({ payload }) => !taken.has(payload.questIndex)) })
  const groups: Pick<G>['groups'] = [...first.map((group) => ({ quest: group.quest, mints: group.mints, signed: group })), ...chosen.groups]
  const space = { words: wordsOf(capacity.mints) - wordsIn(groups), groups: capacity.groups - groups.length }
  const others = ready.filter(({ quest }) => !groups.some((group) => group.quest === quest))
  for (const group of takeReady(others, space, false)) groups.push({ quest: group.quest, mints: group.mints, signed: group })
  return { opens: chosen.opens, groups }
}

const perWord = protocol.accountsPerWord
const wordsOf = (mints: number) => Math.ceil(mints / perWord)
const wordsIn = (groups: readonly { mints: readonly unknown[] }[]) => groups.reduce((sum, group) => sum + wordsOf(group.mints.length), 0)

/** The oldest that fit; half of the batch at most where others wait, too, but one in any case. */
function takeReady<G extends SignedPick>(ready: readonly G[], space: { words: number; groups: number }, shared: boolean): G[] {
  const most = shared ? { words: Math.ceil(space.words / 2), groups: Math.ceil(space.groups / 2) } : space
  const taken: G[] = []
  for (const group of ready) {
    const words = wordsIn([...taken, group])
    const fits = words <= most.words || (taken.length === 0 && words <= space.words)
    if (fits && taken.length < most.groups && !taken.some(({ quest }) => quest === group.quest)) taken.push(group)
  }
  return taken
}

function pickMints(capacity: Capacity, known: ReadonlySet<string>, { opens, mints }: Members): Pick<never> {
  const opening = new Map<string, Pick['opens'][number]>()
  for (const { id, payload } of opens) {
    if (opening.size < capacity.opens && !opening.has(payload.wallet) && !known.has(payload.wallet)) {
      opening.set(payload.wallet, { ...payload, txId: id })
    }
  }
  const groups = new Map<number, WaitingMint[]>()
  const words = () => [...groups.values()].reduce((sum, group) => sum + wordsOf(group.length), 0)
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
