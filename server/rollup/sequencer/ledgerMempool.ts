import type { Database } from '#drizzle/client.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import type { EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import { toAccountLeaf, toCredential, toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { type LeafFields, type LeafKey, type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Clock } from '#server/shared/clock.ts'
import { CairnError } from '#server/shared/errors.ts'
import { newestFinal, watcherObjects } from './batchStore.ts'
import { type CheckedTx, checkTxs, type TxCheck } from './checkTxs.ts'
import { GroupCommit } from './groupCommit.ts'
import { type AcceptedTx, acceptedTxs, type HashedTx, insertLedgerTxs, waitingLedgerCount } from './ledgerStore.ts'
import { type ReadLedgerTx, readLedgerTx } from './readLedgerTx.ts'
import type { ReceiptSigner, SignedReceipt } from './receipt.ts'

export type MempoolDeps = EngineDeps & {
  db: Database
  store: NodeStore
  domain: SlotDomain
  receipt: ReceiptSigner
  clock: Clock
  limits?: Partial<MempoolLimits>
  /** Where signatures are checked; left out: here. */
  check?(checks: readonly TxCheck[]): Promise<CheckedTx[]>
}

/** `waiting`: accepted txs in no batch; `line`: calls that wait for their group; `group`: txs of one statement; `flights`: groups at once. */
export type MempoolLimits = { waiting: number; line: number; group: number; flights: number }
const defaults: MempoolLimits = { waiting: 10_000, line: 2048, group: 256, flights: 4 }

/** How far ahead of its account's nonce a tx may be. */
export const nonceWindow = 64
/** What a caller is told to wait when the pool is full: about one batch. */
const retryAfterSeconds = 2
const lookEveryMs = 250

export type LedgerRefusal =
  | 'nonce.low'
  | 'nonce.gap'
  | 'nonce.taken'
  | 'signature'
  | 'key.suspended'
  | 'account.unknown'
  | 'credential.not-final'
  | 'paused'

type Sent = ReadLedgerTx & { requestId: string | null }
type Checked = HashedTx & { reason: LedgerRefusal | undefined }

/** Takes ledger txs in: checks what can be checked now, writes them down together, and answers each with a signed receipt. */
export class LedgerMempool {
  readonly #deps: MempoolDeps
  readonly #limits: MempoolLimits
  readonly #domain: bigint
  readonly #groups: GroupCommit<Sent, AcceptedTx>
  #waiting = 0
  #lookedAt = 0
  #paused = false

  constructor(deps: MempoolDeps) {
    this.#deps = deps
    this.#limits = { ...defaults, ...deps.limits }
    this.#domain = domainOf(deps.domain.chainId, deps.domain.rollup)
    this.#groups = new GroupCommit((items) => this.#flush(items), this.#limits)
  }

  /**
   * Accepts a ledger tx. When this resolves the tx is durable and will be in a batch or be refused with a reason. The same words again give
   * the same receipt. Throws `rollup.malformed` naming the word, `rollup.refused` with a `reason`, `rate.limited` with `retryAfterSeconds`;
   * while the watcher's alarm stands every tx is refused as `paused`.
   */
  async submit(words: readonly bigint[], requestId: string | null = null): Promise<SignedReceipt> {
    const answer = this.#groups.add({ ...readLedgerTx(words), requestId })
    if (answer === null) throw full()
    const { hash, acceptedAt } = await answer
    return this.#deps.receipt(hash as SignedReceipt['txHash'], acceptedAt)
  }

  async #flush(sent: readonly Sent[]): Promise<(AcceptedTx | Error)[]> {
    const { db } = this.#deps
    const items = await this.#check(sent)
    const known = await acceptedTxs(
      db,
      items.map(({ hash }) => hash),
    )
    const fresh = items.filter(({ hash }) => !known.has(hash))
    await this.#look(fresh.length)
    const reasonOf = ({ reason }: Checked) => (this.#paused ? 'paused' : reason)
    const good = distinct(fresh.filter((item) => reasonOf(item) === undefined))
    const room = this.#waiting + good.length <= this.#limits.waiting
    const written = room ? await insertLedgerTxs(db, good) : []
    this.#waiting += written.length
    const accepted = new Map([...known, ...written.map(({ hash, acceptedAt }) => [hash, acceptedAt] as const)])
    const clashed = good.filter(({ hash }) => room && !accepted.has(hash)).map(({ hash }) => hash)
    // Another process may have taken the same tx between the look and the write.
    for (const [hash, acceptedAt] of clashed.length > 0 ? await acceptedTxs(db, clashed) : []) accepted.set(hash, acceptedAt)
    return items.map((item) => {
      const acceptedAt = accepted.get(item.hash)
      if (acceptedAt) return { hash: item.hash, acceptedAt }
      const reason = reasonOf(item) ?? (room ? 'nonce.taken' : undefined)
      return reason ? refusal(reason, item) : full()
    })
  }

  /** How full the pool is and whether the slot is paused: asked now and then, and before anyone is sent away. */
  async #look(count: number) {
    const { db, clock } = this.#deps
    if (clock.now() - this.#lookedAt < lookEveryMs && this.#waiting + count <= this.#limits.waiting) return
    this.#waiting = await waitingLedgerCount(db)
    this.#paused = await watcherObjects(db)
    this.#lookedAt = clock.now()
  }

  /** Each tx with its hash and what stands against it: its account, its nonce, its key, its signature. */
  async #check(sent: readonly Sent[]): Promise<Checked[]> {
    const leaves = await this.#read(sent.map(signerKey))
    const quests = await this.#issuers(sent)
    const keys = sent.map(({ tx }, i) => {
      if (tx.kind === 'revoke') return quests.get(tx.credential) ?? 'signature'
      const fields = leaves[i]
      return fields ? signerOf(toAccountLeaf(fields), tx) : 'account.unknown'
    })
    // All signatures at once: together they cost a fraction of what they cost one by one.
    const checks = sent.map(({ words, tx: { signature } }, i): TxCheck => {
      const key = keys[i]
      return { words, signature, key: typeof key === 'object' ? key : null }
    })
    const { hasher, check = async () => checkTxs({ hasher, domain: this.#domain }, checks) } = this.#deps
    const checked = await check(checks)
    return sent.map((item, i) => {
      const { message, holds } = checked[i] ?? { message: -1n, holds: false }
      const key = keys[i]
      const reason = typeof key === 'string' ? key : holds ? undefined : 'signature'
      return { ...item, hash: toHex32(message), reason }
    })
  }

  /**
   * Issuer keys by credential, for revokes. Until the batch of a credential is final it may be taken back, and its leaf become another member's: a revoke that
   * was signed for the first would then hit the second, so none is taken before.
   */
  async #issuers(items: readonly Sent[]): Promise<Map<number, GrumpkinPoint | 'credential.not-final'>> {
    const credentials = items.flatMap(({ tx }) => (tx.kind === 'revoke' ? [tx.credential] : []))
    if (credentials.length === 0) return new Map()
    const keys = credentials.map((index) => ({ tree: treeIds.credentials, index }))
    const found = await this.#read(keys)
    const settled = await this.#deps.store.leaves(keys, await newestFinal(this.#deps.db))
    const quests = await this.#read(
      found.map((fields) => ({ tree: treeIds.quests, index: fields ? Number(toCredential(fields).leaf.quest) : -1 })),
    )
    const keyOf = (i: number): GrumpkinPoint | 'credential.not-final' | null => {
      const fields = quests[i]
      if (!fields) return null
      if (!settled[i]) return 'credential.not-final'
      const { issuerKeyX: x, issuerKeyY: y } = toQuestLeaf(fields)
      return { x, y }
    }
    return new Map(
      credentials.flatMap((credential, i) => {
        const key = keyOf(i)
        return key === null ? [] : [[credential, key] as const]
      }),
    )
  }

  async #read(keys: LeafKey[]): Promise<(LeafFields | undefined)[]> {
    const { store } = this.#deps
    return keys.length === 0 ? [] : store.leaves(keys, await store.latest())
  }
}

const signerKey = ({ tx }: Sent): LeafKey => ({ tree: treeIds.accounts, index: tx.kind === 'revoke' ? -1 : tx.account })

/** The key that must have signed, or what stands against the tx whoever signed it. */
export function signerOf(leaf: AccountLeaf, tx: { nonce: number }): GrumpkinPoint | LedgerRefusal {
  if (leaf.pendingAt !== 0n) return 'key.suspended'
  const next = Number(leaf.nonce)
  if (tx.nonce < next) return 'nonce.low'
  if (tx.nonce >= next + nonceWindow) return 'nonce.gap'
  return { x: leaf.keyX, y: leaf.keyY }
}

export const refusalTexts: Record<LedgerRefusal, string> = {
  'nonce.low': 'This nonce was used already.',
  'nonce.gap': `A nonce may be at most ${nonceWindow - 1} ahead of its account.`,
  'nonce.taken': 'Another tx of this account waits with this nonce.',
  signature: 'The signature does not fit the key.',
  'key.suspended': 'The key of this account is being replaced.',
  'account.unknown': 'There is no such account.',
  'credential.not-final': 'A credential can be revoked once its batch is final.',
  paused: 'The slot is paused: what was accepted stays.',
}

function refusal(reason: LedgerRefusal, { tx, hash }: HashedTx): CairnError {
  const whose = tx.kind === 'revoke' ? { credential: tx.credential } : { account: tx.account, nonce: tx.nonce }
  return new CairnError('rollup.refused', refusalTexts[reason], { meta: { reason, hash, ...whose } })
}

const full = () =>
  new CairnError('rate.limited', 'Too many txs wait for a batch. Nothing was lost: send this one again.', {
    meta: { retryAfterSeconds },
  })

/** The same tx twice in one group is one row. */
function distinct(items: readonly Checked[]): Checked[] {
  return [...new Map(items.map((item) => [item.hash, item])).values()]
}
