/** Mints applied to the slot's state a second on one thread: signature, rules, leaves, tree updates and root, in full small batches. */
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { derivePublicKey, sign } from '#server/rollup/protocol/schnorr.ts'
import { type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { encodeInboxTx } from '#server/rollup/protocol/words.ts'
import { applyBatch, touchedBy } from '#server/rollup/state/applyBatch.ts'
import { buildBatch } from '#server/rollup/state/buildBatch.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { loadState, settle } from '#server/rollup/state/slotState.ts'
import { deposit, openQuest, slotDomain, walletOf } from '#tests/support/slotFixture.ts'
import { bar, printReport, summarise } from './report.ts'

const BATCHES = 60
const WARM = 10
const timestamp = 1_800_000_000
const mints = circuits.small.mints
const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
const secret = 987_654_321n
const issuer = derivePublicKey(secret)

const genesis = await loadState(createMemoryNodeStore(), hasher)
const quest = openQuest({ issuerKeyX: issuer.x, issuerKeyY: issuer.y, supply: 2 ** 31, feePerMint: 1n, feePool: 10n ** 9n })
const opening = await buildBatch({ hasher }, genesis, {
  ...{ circuit: 'small', number: 1, timestamp, domain: slotDomain, leader: 0, groups: [], oldInboxIndex: 0 },
  opens: Array.from({ length: 9 }, (_, i) => walletOf(i)),
  inbox: [deposit(0, 10n ** 12n), quest].map((tx) => ({ words: encodeInboxTx(tx) })),
})
if (!opening.ok) throw new Error(opening.reason.reason)

/** One group a batch, so one signature for `mints` credentials; signed beforehand: the issuer is another process. */
const groups = Array.from({ length: WARM + BATCHES }, (_, i): MintGroup => {
  const group = {
    quest: 0,
    accounts: Array.from({ length: mints }, (_, j) => (i + j) % 9),
    evidenceRoot: BigInt(i),
    validUntil: timestamp + 10,
  }
  return { ...group, signature: sign(hasher, secret, mintGroupMessage(hasher, { ...group, domain, groupNonce: BigInt(i) })) }
})

const samples = { apply: [] as number[], build: [] as number[], derive: [] as number[] }
const timed = async <T>(list: number[], work: () => Promise<T>): Promise<T> => {
  const started = performance.now()
  const value = await work()
  list.push((mints * 1000) / (performance.now() - started))
  return value
}

let state = settle(opening.value.next)
for (const [i, group] of groups.entries()) {
  const number = state.batch + 1
  const base = { circuit: 'small', number, timestamp, domain: slotDomain } as const
  const content = { leader: 0, oldInboxIndex: state.inboxIndex, opens: [], groups: [group], inbox: [] }
  await timed(samples.apply, async () => {
    await state.prefetch(touchedBy(state, content, 'small'))
    const scratch = state.scratch(number)
    const applied = applyBatch(scratch, content, { circuit: 'small', timestamp, domain })
    if (!applied.ok) throw new Error(applied.reason.reason)
    return scratch.root()
  })
  const built = await timed(samples.build, () => buildBatch({ hasher }, state, { ...base, ...content, inbox: [] }))
  if (!built.ok) throw new Error(built.reason.reason)
  const { calldata, newRoot, next } = built.value
  const derived = await timed(samples.derive, () => deriveBatch({ hasher }, state, { ...base, calldata }))
  if (!derived.ok || derived.value.newRoot !== newRoot) throw new Error('the derived root differs')
  state = settle(next)
  if (i < WARM) for (const list of Object.values(samples)) list.length = 0
}

const applied = summarise('mints applied, with root', 'per second', samples.apply, 'more')
const built = summarise('mints built: words, witness, commitment', 'per second', samples.build, 'more')
const derived = summarise('mints derived again from calldata', 'per second', samples.derive, 'more')
printReport(
  'mints',
  [applied, built, derived],
  [
    bar('mints applied per second', 5000, applied.median, 'more'),
    bar('seconds to derive 10,000 credentials', 60, Number((10_000 / derived.median).toPrecision(3))),
  ],
)
