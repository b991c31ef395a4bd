import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCalldata, encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { stateRoot } from '#server/rollup/protocol/leaves.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import type { BatchDraft, BuiltBatch, DraftGroup, SignedGroup } from '#server/rollup/state/draft.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { type NodeStore, type StateChanges, treeIds } from '#server/rollup/state/nodeStore.ts'
import { loadState, vaultIndex } from '#server/rollup/state/slotState.ts'
import { naiveRoot } from '#tests/support/naiveTree.ts'
import { replayWitness } from '#tests/support/replayWitness.ts'
import {
  deposit,
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

const group = (most: number) =>
  fc.record({ quest: fc.constantFrom(0, 0, 0, 1, 2), accounts: fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: most }) })

/** One batch to try: what may be refused is meant to be refused sometimes. */
const step = fc.record({
  opens: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
  groups: fc.oneof(fc.tuple(group(12), group(9)), fc.tuple(group(20)), fc.constant([])),
  inbox: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('deposit' as const),
        account: fc.oneof(fc.nat({ max: 14 }), fc.constant(newAccount)),
        amount: fc.bigInt(0n, 500n),
      }),
      fc.record({
        kind: fc.constant('openQuest' as const),
        account: fc.nat({ max: 2 }),
        quest: fc.nat({ max: 2 }),
        pool: fc.bigInt(0n, 300n),
        supply: fc.nat({ max: 40 }),
      }),
    ),
    { maxLength: 3 },
  ),
  leader: fc.nat({ max: 20 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

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

async function draftOf(slot: TestSlot, { opens, groups, inbox, leader }: Step): Promise<Partial<BatchDraft>> {
  const signed: SignedGroup[] = []
  await slot.state.prefetch({ quests: [0, 1, 2] })
  for (const { quest, accounts } of groups) {
    if (slot.state.quest(quest) === null) continue
    const group: DraftGroup = { quest, accounts, evidenceRoot: 3n, validUntil: now }
    signed.push(await slot.sign({ ...group, earlier: signed.filter((other) => other.quest === quest).length }))
  }
  const txs = inbox.map((item) =>
    item.kind === 'deposit'
      ? deposit(item.account, item.amount, item.account === newAccount ? walletOf(3) : 0n)
      : openQuest({
          account: item.account,
          sender: walletOf(1),
          quest: item.quest,
          pool: item.pool,
          feePool: item.pool / 2n,
          rewardPerMint: 3n,
          feePerMint: 1n,
          supply: item.supply,
        }),
  )
  return { opens: opens.map(walletOf), groups: signed, inbox: items(...txs), leader }
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

describe('any run of batches', () => {
  it('conserves balances, numbers serials densely, and has one root however it is computed: by trees, leaves, calldata or witness', async () => {
    const tried = { accepted: 0, refused: 0, credentials: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const { store, leaves } = recording(createMemoryNodeStore())
        const slot = await openSlot(toyHasher, store)
        await slot.advance({
          opens: [walletOf(1), walletOf(1)],
          inbox: items(
            deposit(0, 900n),
            deposit(1, 900n),
            openQuest({ account: 0, sender: walletOf(1), rewardPerMint: 2n, feePerMint: 1n, pool: 60n, feePool: 30n }),
          ),
        })
        let deposited = 1800n
        const serials = new Map<number, number[]>()
        for (const next of steps) {
          const draft = await draftOf(slot, next)
          const result = await slot.build(draft)
          tried[result.ok ? 'accepted' : 'refused']++
          if (!result.ok) continue
          tried.credentials += result.value.positions.credentials.length
          const built = result.value
          for (const [i, { applied }] of built.positions.inbox.entries()) {
            const item = next.inbox[i]
            if (applied && item?.kind === 'deposit') deposited += item.amount
            expect((built.effects >> i) & 1).toBe(applied ? 1 : 0)
          }
          for (const { group, serial } of built.positions.credentials) {
            const quest = draft.groups?.[group]?.quest ?? -1
            serials.set(quest, [...(serials.get(quest) ?? []), serial])
          }
          expect(replayWitness(toyHasher, built.inputs)).toEqual({ newRoot: built.newRoot, effects: BigInt(built.effects) })
          await slot.keep(built)
          expect(await derive(slot, built)).toMatchObject({
            ok: true,
            value: { newRoot: built.newRoot, effects: built.effects, dataCommit: built.dataCommit },
          })
        }
        const header = slot.state.header()
        expect(stateRoot(toyHasher, { ...header, ...naiveRoots(leaves) })).toBe(slot.state.root())
        expect((await loadState(store, toyHasher)).root()).toBe(slot.state.root())
        expect(await wealth(slot, leaves.vaults)).toBe(deposited)
        for (const list of serials.values()) expect(list).toEqual(list.map((_, i) => i))
      }),
      { numRuns: 25 },
    )
    // A run that refused nearly everything would show nothing.
    expect(tried.accepted).toBeGreaterThan(15)
    expect(tried.credentials).toBeGreaterThan(30)
  })
})

const naiveRoots = (leaves: ReturnType<typeof recording>['leaves']) => ({
  accountsRoot: naiveRoot(toyHasher, trees.accounts.depth, leaves.accounts),
  credentialsRoot: naiveRoot(toyHasher, trees.credentials.depth, leaves.credentials),
  questsRoot: naiveRoot(toyHasher, trees.quests.depth, leaves.quests),
  vaultsRoot: naiveRoot(toyHasher, trees.vaults.depth, leaves.vaults),
})

/** Vaults, pools and the rewards that are reserved for who minted. */
async function wealth(slot: TestSlot, vaults: ReadonlyMap<number, bigint>): Promise<bigint> {
  await slot.state.prefetch({ quests: [0, 1, 2] })
  let sum = [...vaults.values()].reduce((total, balance) => total + balance, 0n)
  for (const index of [0, 1, 2]) {
    const quest = slot.state.quest(index)
    if (quest) sum += quest.pool + quest.feePool + quest.minted * quest.rewardPerMint
  }
  return sum
}

describe('a sealed batch', () => {
  it('is refused, or has another commitment, when any word of it is changed', async () => {
    const slot = await openSlotWithQuest()
    const group = await slot.sign({ quest: 0, accounts: [1, 2, 3], evidenceRoot: 5n, validUntil: now })
    const built = await slot.advance({
      opens: [walletOf(30)],
      groups: [group],
      inbox: items(deposit(1, 5n), openQuest({ quest: 1 })),
      leader: 2,
    })
    const groupWords = [11, 12, 13, 14, 19]
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: built.words.length - 1 }), fc.bigInt(1n, P - 1n), fc.boolean(), async (at, change, small) => {
        const words = built.words.map((word, i) => (i === at ? (word + (small ? 1n << (change % 30n) : change)) % P : word))
        const derived = await derive(slot, built, encodeCalldata('small', words))
        // The issuer signed all of a group: no change of its words survives, not even one with a right root.
        if (groupWords.includes(at)) expect(derived.ok).toBe(false)
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
