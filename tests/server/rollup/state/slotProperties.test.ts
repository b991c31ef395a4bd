import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCalldata, encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuits, kinds, trees } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { type NodeStore, type StateChanges, treeIds } from '#server/rollup/state/nodeStore.ts'
import { loadState, vaultIndex } from '#server/rollup/state/slotState.ts'
import { naiveRoot } from '#tests/support/naiveTree.ts'
import { replayWitness } from '#tests/support/replayWitness.ts'
import {
  deposit,
  firstKey,
  items,
  now,
  openQuest,
  openSlot,
  openSlotWithQuest,
  slotDomain,
  type TestSlot,
  toyHasher,
  walletOf,
} from '#tests/support/slotFixture.ts'
import { emptyTally, runSlot, type SlotBatch, sampleSteps, settleMembers, stepArbitrary } from '#tests/support/slotRun.ts'

const { offsets } = circuits.small

/** Collects every leaf that was ever written, so that roots can be computed from leaves alone. */
function recording(store: NodeStore) {
  const leaves = {
    accounts: new Map<number, bigint>(),
    credentials: new Map<number, bigint>(),
    quests: new Map<number, bigint>(),
    vaults: new Map<number, bigint>(),
  }
  const write = async (batch: number, changes: StateChanges) => {
    for (const name of ['accounts', 'credentials', 'quests', 'vaults'] as const) {
      for (const { tree, level, index, hash } of changes.nodes) if (tree === treeIds[name] && level === 0) leaves[name].set(index, hash)
    }
    await store.write(batch, changes)
  }
  return { store: { ...store, write }, leaves }
}

async function derive(slot: TestSlot, built: BuiltBatch, calldata = built.calldata) {
  const { circuit, number, timestamp } = built
  return deriveBatch({ hasher: slot.hasher }, await loadState(slot.store, slot.hasher, number - 1), {
    circuit,
    number,
    timestamp,
    calldata,
    domain: slotDomain,
  })
}

describe('any run of batches', { timeout: 60_000 }, () => {
  it('conserves every token, counts serials and nonces densely, and has one root however it is computed: by trees, leaves, calldata or witness', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 4, maxLength: 10 }), async (steps) => {
        const { store, leaves } = recording(createMemoryNodeStore())
        const slot = await openSlot(toyHasher, store)
        await settleMembers(slot)
        const book = {
          outside: new Map([
            [0, -6000n],
            [1, -3000n],
          ]),
          serials: new Map<number, number[]>(),
          nonces: new Map<number, number>(),
        }
        for await (const batch of runSlot(slot, steps)) {
          const { built } = batch
          account(book, batch)
          expect(replayWitness(toyHasher, built.inputs)).toEqual({ newRoot: built.newRoot, effects: BigInt(built.effects) })
          const { newRoot, effects, dataCommit, positions } = built
          expect(await derive(slot, built)).toMatchObject({ ok: true, value: { newRoot, effects, dataCommit, positions } })
        }
        expect(stateRoot(toyHasher, { ...slot.state.header(), ...naiveRoots(leaves) })).toBe(slot.state.root())
        expect((await loadState(store, toyHasher)).root()).toBe(slot.state.root())
        const inside = await wealth(slot, leaves.vaults)
        for (const [token, outside] of book.outside) expect([token, (inside.get(token) ?? 0n) + outside]).toEqual([token, 0n])
        for (const list of book.serials.values()) expect(list).toEqual(list.map((_, i) => i))
        await slot.state.prefetch({ accounts: book.nonces.keys() })
        for (const [index, nonce] of book.nonces) expect(slot.state.account(index)?.nonce).toBe(BigInt(nonce))
      }),
      { numRuns: 25 },
    )
  })

  it('tries every kind and most reasons', async () => {
    const tally = emptyTally()
    for (let seed = 1; seed <= 12; seed++) {
      const batches = runSlot(await openSlotOfMembers(), sampleSteps(seed, 12), 'small', tally)
      while (!(await batches.next()).done);
    }
    const never = ['mint', ...Object.keys(kinds)].filter((kind) => !tally.accepted.has(kind))
    expect(never).toEqual([])
    expect(tally.refused.size).toBeGreaterThan(40)
  })

  it('has one root for the same txs, however they are cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepArbitrary, { minLength: 3, maxLength: 6 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
        async (steps, sizes) => {
          // The leader is nobody who pays, because fees reach it at the end of a batch.
          const whole = await openSlotOfMembers()
          const txs: SignedLedgerTx[] = []
          const only = steps.map((step) => ({ ...step, later: 0, opens: [], groups: [], inbox: [], leader: 20 }))
          for await (const { draft } of runSlot(whole, only)) txs.push(...(draft.ledger ?? []))
          const cut = await openSlotOfMembers()
          const [size = 1] = [...sizes.take(1)]
          for (let from = 0; from < txs.length; ) {
            const [next = size] = [...sizes.take(1)]
            await cut.advance({ ledger: txs.slice(from, from + next), leader: 20 })
            from += next
          }
          expect(cut.state.root()).toBe(whole.state.root())
        },
      ),
      { numRuns: 15 },
    )
  })

  it.each(['large', 'bulk'] as const)('has one root in the %s circuit, too', async (circuit) => {
    const slot = await openSlotOfMembers()
    for await (const { built } of runSlot(slot, sampleSteps(7, 6), circuit)) {
      expect(replayWitness(toyHasher, built.inputs, circuit)).toEqual({ newRoot: built.newRoot, effects: BigInt(built.effects) })
      expect(await derive(slot, built)).toMatchObject({ ok: true, value: { newRoot: built.newRoot, dataCommit: built.dataCommit } })
    }
  })
})

async function openSlotOfMembers(): Promise<TestSlot> {
  const slot = await openSlot()
  await settleMembers(slot)
  return slot
}

type Book = { outside: Map<number, bigint>; serials: Map<number, number[]>; nonces: Map<number, number> }

/** What came in (negative) and went out by token, serials by quest, and txs by account. */
function account(book: Book, { built, draft, inbox }: SlotBatch): void {
  const moved = (token: number, amount: bigint) => book.outside.set(token, (book.outside.get(token) ?? 0n) + amount)
  for (const [i, { applied, withdrawal }] of built.positions.inbox.entries()) {
    const tx = inbox[i]
    if (applied && tx?.kind === 'deposit') moved(tx.token, -tx.amount)
    if (withdrawal) moved(withdrawal.token, withdrawal.amount)
    expect((built.effects >> i) & 1).toBe(applied ? 1 : 0)
  }
  for (const [i, { withdrawal, fee }] of built.positions.ledger.entries()) {
    const tx = draft.ledger?.[i]
    if (withdrawal) moved(withdrawal.token, withdrawal.amount)
    if (tx === undefined || tx.kind === 'revoke') continue
    expect(fee).toBe(tx.fee)
    const next = book.nonces.get(tx.account) ?? 0
    expect(tx.nonce).toBe(next)
    book.nonces.set(tx.account, next + 1)
  }
  for (const { group, serial } of built.positions.credentials) {
    const quest = draft.groups?.[group]?.quest ?? -1
    book.serials.set(quest, [...(book.serials.get(quest) ?? []), serial])
  }
}

const naiveRoots = (leaves: ReturnType<typeof recording>['leaves']) => ({
  accountsRoot: naiveRoot(toyHasher, trees.accounts.depth, leaves.accounts),
  credentialsRoot: naiveRoot(toyHasher, trees.credentials.depth, leaves.credentials),
  questsRoot: naiveRoot(toyHasher, trees.quests.depth, leaves.quests),
  vaultsRoot: naiveRoot(toyHasher, trees.vaults.depth, leaves.vaults),
})

/** Vaults, pools and the rewards that are reserved for who minted, by token. */
async function wealth(slot: TestSlot, vaults: ReadonlyMap<number, bigint>): Promise<Map<number, bigint>> {
  await slot.state.prefetch({ quests: [0, 1, 2, 3] })
  const sum = new Map<number, bigint>()
  const add = (token: number, amount: bigint) => sum.set(token, (sum.get(token) ?? 0n) + amount)
  for (const [index, balance] of vaults) add(index % 81, balance)
  for (const index of [0, 1, 2, 3]) {
    const quest = slot.state.quest(index)
    if (!quest) continue
    add(Number(quest.rewardToken), quest.pool + (quest.minted - quest.claimed - quest.revokedUnclaimed) * quest.rewardPerMint)
    add(0, quest.feePool)
  }
  return sum
}

describe('a sealed batch', () => {
  it('is refused, or has another commitment, when any word of it is changed', async () => {
    const slot = await openSlotWithQuest()
    await slot.advance({ inbox: items(firstKey(0)) })
    const group = await slot.sign({ quest: 0, accounts: [1, 2, 3], evidenceRoot: 5n, validUntil: now })
    const transfer = slot.signTx({ kind: 'transfer', account: 0, nonce: 0, fee: 1n, to: 1, token: 0, amount: 4n })
    const built = await slot.advance({
      opens: [walletOf(30)],
      groups: [group],
      ledger: [transfer],
      inbox: items(deposit(1, 5n), openQuest({ quest: 1 })),
      leader: 2,
    })
    const groupWords = [11, 12, 13, 14, 19]
    const ledgerWords = Array.from({ length: 10 }, (_, i) => offsets.entries + i)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: built.words.length - 1 }), fc.bigInt(1n, P - 1n), fc.boolean(), async (at, change, small) => {
        const words = built.words.map((word, i) => (i === at ? (word + (small ? 1n << (change % 30n) : change)) % P : word))
        const derived = await derive(slot, built, encodeCalldata('small', words))
        // Issuer and member signed all of their words: no change of them survives, not even one with a right root.
        if (groupWords.includes(at) || ledgerWords.includes(at)) expect(derived.ok).toBe(false)
        if (derived.ok) expect(derived.value.dataCommit).not.toBe(built.dataCommit)
      }),
      { numRuns: 300 },
    )
    expect(decodeCalldata('small', built.calldata)).toEqual(built.words)
  })

  it('is refused when its issuer signed for another slot, quest or nonce, or did not sign', async () => {
    const slot = await openSlotWithQuest()
    const draft = { quest: 0, accounts: [1], evidenceRoot: 5n, validUntil: now }
    const good = await slot.sign(draft)
    const bad = [
      await slot.sign({ ...draft, earlier: 1 }),
      await slot.sign(draft, 42n),
      { ...good, signature: { s: 0n, e: 0n } },
      { ...good, accounts: [2] },
    ]
    for (const group of bad) {
      expect(await slot.build({ groups: [group] })).toEqual({
        ok: false,
        reason: { section: 'groups', position: 0, reason: 'mint.bad-signature' },
      })
    }
    expect(await slot.build({ groups: [good], domain: { ...slotDomain, chainId: 1 } })).toMatchObject({ ok: false })
    const built = await slot.build({ groups: [good] })
    expect(built.ok).toBe(true)
  })

  it('is refused when its inbox items are not those of the contract', async () => {
    const slot = await openSlotWithQuest()
    const built = await slot.build({ inbox: items(deposit(1, 5n)) })
    if (!built.ok) throw new Error('refused')
    const { circuit, number, timestamp, calldata } = built.value
    const posted = { circuit, number, timestamp, calldata, domain: slotDomain }
    const wrong = await deriveBatch({ hasher: toyHasher }, slot.state, { ...posted, inboxHashes: [`0x${'00'.repeat(32)}`] })
    expect(wrong).toMatchObject({ ok: false, reason: { section: 'entries', position: 0, reason: 'entries.inbox-hash' } })
    expect(await deriveBatch({ hasher: toyHasher }, slot.state, { ...posted, inboxHashes: [] })).toMatchObject({ ok: false })
  })
})

it('keeps vaults of different accounts apart', () => {
  expect(vaultIndex(1)).toBe(81)
  expect(vaultIndex(3 ** 16 - 1, 80)).toBe(3 ** 20 - 1)
})
