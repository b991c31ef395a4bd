import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import type { SignerFault } from './askClient.ts'
import { keyText } from './contract.ts'
import type { SignedQuest, SignerRow } from './signerStore.ts'

/** `new`: it has not shown yet that it holds its key. `silent`: the last thing that it was asked brought no signature. */
export type SignerState = 'new' | 'ready' | 'silent'

/** A signer as its space sees it: its secret is not in it. Times are ISO 8601. */
export type SignerView = {
  id: string
  name: string
  url: string
  key: string
  state: SignerState
  inUse: boolean
  /** Quests in the slot that name its key, and CUBEs of theirs that wait for it. */
  quests: number
  waiting: number
  checkedAt: string | null
  signedAt: string | null
  failedAt: string | null
  fault: SignerFault | null
  words: string | null
}

/** `signer`: null where the platform holds the key. `next`: who will hold it soon; `platform`, or a signer's id. */
export type SignedQuestView = {
  slug: string
  title: { en: string; ja: string }
  opened: boolean
  signer: string | null
  next: string | null
  /** False where somebody else than the platform owns its leaf: only they can change its key. */
  movable: boolean
  waiting: number
  since: string | null
}

export const sameKey = (a: GrumpkinPoint | null, b: GrumpkinPoint | null) => a !== null && b !== null && a.x === b.x && a.y === b.y
export const keyOf = ({ keyX, keyY }: Pick<SignerRow, 'keyX' | 'keyY'>): GrumpkinPoint => ({ x: keyX, y: keyY })

export function signerView(row: SignerRow, quests: readonly SignedQuest[]): SignerView {
  const mine = quests.filter(({ key }) => sameKey(key, keyOf(row)))
  return {
    ...{ id: row.id, name: row.name, url: row.url, key: keyText(keyOf(row)), inUse: row.inUse },
    state: !row.proven ? 'new' : row.lastError === null ? 'ready' : 'silent',
    quests: mine.length,
    waiting: mine.reduce((sum, { waiting }) => sum + waiting, 0),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    signedAt: row.signedAt?.toISOString() ?? null,
    failedAt: row.failedAt?.toISOString() ?? null,
    // Written from the closed list only.
    fault: row.lastError as SignerFault | null,
    words: row.lastWords,
  }
}

export function signedQuestView(quest: SignedQuest, signers: readonly SignerRow[]): SignedQuestView {
  const idOf = (key: GrumpkinPoint | null) => signers.find((row) => sameKey(keyOf(row), key))?.id ?? null
  return {
    ...{ slug: quest.slug, title: quest.title, waiting: quest.waiting },
    opened: quest.key !== null,
    movable: quest.key !== null && quest.movable,
    signer: idOf(quest.key),
    next: quest.next === null ? null : (idOf(quest.next) ?? 'platform'),
    since: quest.since?.toISOString() ?? null,
  }
}

/** What the log says of a signer: no query, which may hold a secret. */
export function loggedSigner({ name, url, keyX, keyY, inUse }: Pick<SignerRow, 'name' | 'url' | 'keyX' | 'keyY' | 'inUse'>) {
  const { origin, pathname } = new URL(url)
  return { name, url: `${origin}${pathname}`, key: keyText({ x: keyX, y: keyY }), inUse }
}
