/** Mints and ledger txs applied to the slot's state a second on one thread: signature, rules, leaves, tree updates and root, in full small batches. */
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { type SignedLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { type BatchContent, encodeInboxTx } from '#server/rollup/protocol/words.ts'
import { applyBatch } from '#server/rollup/state/applyBatch.ts'
import { buildBatch } from '#server/rollup/state/buildBatch.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { prefetchBatch } from '#server/rollup/state/prefetchBatch.ts'
import { loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'
import { deposit, firstKey, memberSecret, openQuest, slotDomain, walletOf } from '#tests/support/slotFixture.ts'
import { type BenchBar, type BenchResult, bar, summarise } from './report.ts'

const BATCHES = 60
const WARM = 10
const timestamp = 1_800_000_000
const { opens, entries } = circuits.small
const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
const secret = 987_654_321n
const issuer = derivePublicKey(secret)
const MEMBERS = 54

type Samples = { apply: number[]; build: number[]; derive: number[] }
const nothing = { leader: 0, opens: [], groups: [], ledger: [], inbox: [] }
const itemsOf = (inbox: readonly InboxTx[]) => inbox.map((tx) => ({ words: encodeInboxTx(tx) }))

/** Builds a batch and goes on from it. */
async function after(state: SlotState, parts: { opens?: bigint[]; inbox?: InboxTx[] }): Promise<SlotState> {
  const draft = { circuit: 'small', number: state.batch + 1, timestamp, domain: slotDomain, oldInboxIndex: state.inboxIndex } as const
  const built = await buildBatch({ hasher }, state, { ...draft, ...nothing, ...parts, inbox: itemsOf(parts.inbox ?? []) })
  if (!built.ok) throw new Error(built.reason.reason)
  return settle(built.value.next)
}

/** The same batches applied, built and derived; a sample is `count` a batch by its seconds. The first ones, to warm up, do not count. */
async function run(
  from: SlotState,
  { circuit, count, warm }: { circuit: CircuitName; count: number; warm: number },
  contents: Iterable<Pick<BatchContent, 'groups' | 'ledger'>>,
) {
  const samples: Samples = { apply: [], build: [], derive: [] }
  const timed = async <T>(list: number[], work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const value = await work()
    list.push((count * 1000) / (performance.now() - started))
    return value
  }
  let state = from
  let done = 0
  for (const parts of contents) {
    const number = state.batch + 1
    const base = { circuit, number, timestamp, domain: slotDomain }
    const content = { ...nothing, ...parts, oldInboxIndex: state.inboxIndex }
    await timed(samples.apply, async () => {
      await prefetchBatch(state, content, circuit)
      const scratch = state.scratch(number)
      const applied = applyBatch(scratch, content, { circuit, timestamp, domain })
      if (!applied.ok) throw new Error(applied.reason.reason)
      return scratch.root()
    })
    const built = await timed(samples.build, () => buildBatch({ hasher }, state, { ...base, ...content, inbox: [] }))
    if (!built.ok) throw new Error(built.reason.reason)
    const { calldata, newRoot, next } = built.value
    const derived = await timed(samples.derive, () => deriveBatch({ hasher }, state, { ...base, calldata }))
    if (!derived.ok || derived.value.newRoot !== newRoot) throw new Error('the derived root differs')
    state = settle(next)
    if (++done === warm) for (const list of Object.values(samples)) list.length = 0
  }
  return { state, samples }
}

/** One group a batch, so one signature for all its credentials; signed beforehand: the issuer is another process. */
function groupsOf(circuit: CircuitName, batches: number, firstNonce: number): MintGroup[] {
  return Array.from({ length: batches }, (_, i) => {
    const accounts = Array.from({ length: circuits[circuit].mints }, (_, j) => (i + j) % opens)
    const group = { quest: 0, accounts, evidenceRoot: BigInt(i), validUntil: timestamp + 10 }
    const message = mintGroupMessage(hasher, { ...group, domain, groupNonce: BigInt(firstNonce + i) })
    return { ...group, signature: sign(hasher, secret, message) }
  })
}

/** Transfers with a fee, every one between other members: no vault or key is met twice in a row. */
function ledger(batch: number): SignedLedgerTx[] {
  return Array.from({ length: entries }, (_, i) => {
    const turn = batch * entries + i
    const account = turn % MEMBERS
    const to = (account + 1 + (turn % 29)) % MEMBERS
    const tx = { kind: 'transfer', account, nonce: Math.floor(turn / MEMBERS), fee: 1n, to, token: 0, amount: BigInt(1 + turn) } as const
    return signLedgerTx(hasher, tx, { domain, secret: memberSecret(account) })
  })
}

/** A slot with keyed members and one quest that takes fees. */
async function openSlot(): Promise<SlotState> {
  let state = await loadState(createMemoryNodeStore(), hasher)
  for (let first = 0; first < MEMBERS; first += opens)
    state = await after(state, { opens: Array.from({ length: opens }, (_, i) => walletOf(first + i)) })
  const quest = openQuest({ issuerKeyX: issuer.x, issuerKeyY: issuer.y, supply: 2 ** 31, feePerMint: 1n, feePool: 10n ** 9n })
  state = await after(state, { inbox: [deposit(0, 10n ** 12n), quest] })
  for (let member = 0; member < MEMBERS; member++) state = await after(state, { inbox: [firstKey(member), deposit(member, 10n ** 9n)] })
  return state
}

/** Mints and ledger txs applied, built and derived again a second, on one thread. */
export async function measureTransitions(): Promise<{ results: BenchResult[]; bars: BenchBar[] }> {
  let state = await openSlot()
  const minted = async (circuit: CircuitName, batches: number, warm: number) => {
    await state.prefetch({ quests: [0] })
    const groups = groupsOf(circuit, batches + warm, Number(state.quest(0)?.groupNonce ?? 0n))
    const contents = groups.map((group) => ({ groups: [group], ledger: [] }))
    const done = await run(state, { circuit, count: circuits[circuit].mints, warm }, contents)
    state = done.state
    return done.samples
  }
  const small = await minted('small', BATCHES, WARM)
  const bulk = await minted('bulk', 5, 1)
  const contents = Array.from({ length: WARM + BATCHES }, (_, i) => ({ groups: [], ledger: ledger(i) }))
  const { samples: spending } = await run(state, { circuit: 'small', count: entries, warm: WARM }, contents)
  const rate = (what: string, samples: number[]) => summarise(what, 'per second', samples, 'more')
  const applied = rate('mints applied, with root', small.apply)
  const derived = rate('mints derived again from calldata', small.derive)
  const spent = rate('ledger txs applied, with root', spending.apply)
  return {
    results: [
      ...[applied, rate('mints built: words, witness, commitment', small.build), derived],
      ...[rate('mints applied in bulk batches', bulk.apply), rate('mints built in bulk batches', bulk.build)],
      ...[spent, rate('ledger txs built: words, witness, commitment', spending.build)],
      rate('ledger txs derived again from calldata', spending.derive),
    ],
    bars: [bar('mints applied per second', 5000, applied.median, 'more'), bar('ledger txs applied per second', 300, spent.median, 'more')],
  }
}
