import { describe, expect, it } from 'vitest'
import { credentialLeaf, revokedCredentialLeaf } from '#server/rollup/protocol/leaves.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import { toCredential } from '#server/rollup/state/leafFields.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { commitState, genesisRoot, loadState } from '#server/rollup/state/slotState.ts'
import {
  deposit,
  firstKey,
  items,
  openQuest,
  openSlot,
  openSlotWithQuest,
  slotDomain,
  toyHasher,
  walletOf,
} from '#tests/support/slotFixture.ts'

describe('a batch', () => {
  it('starts at the next multiple of its capacities and skips nothing else', async () => {
    const slot = await openSlotWithQuest()
    const group = { quest: 0, accounts: [3, 4], evidenceRoot: 5n, validUntil: 2_000_000_000 }
    const first = await slot.advance({ groups: [await slot.sign(group)] })
    expect(first.positions.credentials).toEqual([
      { group: 0, member: 0, account: 3, index: 0, serial: 0 },
      { group: 0, member: 1, account: 4, index: 1, serial: 1 },
    ])
    const second = await slot.advance({ opens: [walletOf(20)], groups: [await slot.sign(group)] })
    expect(second.positions.opens).toEqual([9])
    expect(second.positions.credentials.map(({ index, serial }) => [index, serial])).toEqual([
      [27, 2],
      [28, 3],
    ])
    expect(slot.state.header()).toMatchObject({ accountCount: 10n, credentialCount: 36n })
  })

  it('mints two groups of one quest in one batch, for an account opened in it', async () => {
    const slot = await openSlotWithQuest()
    const group = { quest: 0, evidenceRoot: 5n, validUntil: 2_000_000_000 }
    const one = await slot.sign({ ...group, accounts: [9, 1, 2, 3, 4, 5, 6, 7, 8, 0] })
    const two = await slot.sign({ ...group, accounts: [1], earlier: 1 })
    const built = await slot.advance({ opens: [walletOf(9)], groups: [one, two], leader: 7 })
    expect(built.positions.credentials.at(-1)).toEqual({ group: 1, member: 0, account: 1, index: 18, serial: 10 })
    expect(slot.state.header().credentialCount).toBe(27n)
    await slot.state.prefetch({ quests: [0], vaults: [7 * 81] })
    expect(slot.state.quest(0)).toMatchObject({ minted: 11n, groupNonce: 2n, pool: 178n, feePool: 89n })
    expect(slot.state.vault(7, 0)).toBe(11n)
  })

  it('says what it refuses and leaves the state alone', async () => {
    const slot = await openSlotWithQuest()
    const root = slot.state.root()
    const group = await slot.sign({ quest: 0, accounts: [1], evidenceRoot: 5n, validUntil: 2_000_000_000 })
    const refusals = [
      [{ opens: [walletOf(1), 0n] }, { section: 'opens', position: 1, reason: 'openAccount.wallet' }],
      [{ groups: [group, group] }, { section: 'groups', position: 1, reason: 'mint.bad-signature' }],
      [{ oldInboxIndex: 7 }, { section: 'header', position: 0, reason: 'header.inbox-index' }],
      [{ number: 9 }, { section: 'header', position: 0, reason: 'header.number' }],
    ] as const
    for (const [parts, reason] of refusals) expect(await slot.build(parts)).toEqual({ ok: false, reason })
    expect(slot.state.root()).toBe(root)
  })

  it('marks refused inbox items and applies the others', async () => {
    const slot = await openSlot()
    const inbox = items(deposit(5, 10n), deposit(67_108_863, 40n, walletOf(0)), openQuest({ pool: 41n }))
    const built = await slot.advance({ inbox })
    expect(built.effects).toBe(0b010)
    expect(built.positions.inbox).toEqual([
      { applied: false, reason: 'deposit.unknown-account', moves: [] },
      { applied: true, newAccount: 0, moves: [{ account: 0, token: 0, amount: 40n }] },
      { applied: false, reason: 'openQuest.short', moves: [] },
    ])
    expect(slot.state.inboxIndex).toBe(3)
  })

  it('gives one root with the plain hash: built, derived, reloaded', async () => {
    const slot = await openSlotWithQuest(hasher)
    const group = await slot.sign({ quest: 0, accounts: [1, 2, 3], evidenceRoot: 5n, validUntil: 2_000_000_000 })
    const result = await slot.build({ groups: [group], inbox: items(deposit(1, 3n)) })
    if (!result.ok) throw new Error(result.reason.reason)
    const { circuit, number, timestamp, calldata, newRoot } = result.value
    const derived = await deriveBatch({ hasher }, slot.state, { circuit, number, timestamp, calldata, domain: slotDomain })
    expect(derived).toMatchObject({ ok: true, value: { newRoot, dataCommit: result.value.dataCommit, effects: 1 } })
    await commitState(result.value.next, slot.store, number)
    expect((await loadState(slot.store, hasher)).root()).toBe(newRoot)
    expect((await loadState(slot.store, hasher, 0)).root()).toBe(genesisRoot(hasher))
    expect((await loadState(slot.store, hasher, 1)).root()).toBe(result.value.oldRoot)
  })

  it('says what each entry moved, and stores what a proof of a claimed credential needs', async () => {
    const slot = await openSlotWithQuest()
    await slot.advance({ inbox: items(firstKey(0), deposit(0, 50n, 0n, 2)) })
    const group = await slot.sign({ quest: 0, accounts: [0, 1], evidenceRoot: 5n, validUntil: 2_000_000_000 })
    await slot.advance({ groups: [group], leader: 8 })
    const withdraw = { kind: 'withdraw', account: 0, nonce: 1, fee: 4n, token: 2, amount: 50n, recipient: 0xfeedn } as const
    const ledger = [slot.signTx({ kind: 'claimReward', account: 0, nonce: 0, fee: 1n, credential: 0 }), slot.signTx(withdraw)]
    const leave = { kind: 'forcedWithdraw', account: 0, authoriser: walletOf(0), token: 0, amount: 9n, recipient: 7n } as const
    const { positions } = await slot.advance({ ledger, inbox: items(leave), leader: 8 })
    expect(positions.ledger).toEqual([
      {
        kind: 'claimReward',
        fee: 1n,
        moves: [
          { account: 0, token: 0, amount: -1n },
          { account: 0, token: 0, amount: 2n },
        ],
      },
      {
        kind: 'withdraw',
        fee: 4n,
        moves: [
          { account: 0, token: 0, amount: -4n },
          { account: 0, token: 2, amount: -50n },
        ],
        withdrawal: { token: 2, amount: 50n, recipient: 0xfeedn },
      },
    ])
    expect(positions.inbox).toEqual([
      { applied: true, moves: [{ account: 0, token: 0, amount: -9n }], withdrawal: { token: 0, amount: 9n, recipient: 7n } },
    ])
    await slot.advance({ ledger: [slot.signTx({ kind: 'revoke', credential: 1, reason: 3 })] })

    const { batch } = slot.state
    const keys = [0, 1].map((index) => ({ tree: treeIds.credentials, index }))
    const [claimed, revoked] = (await slot.store.leaves(keys, batch)).map((fields) => toCredential(fields ?? {}))
    const proof = (index: number) => pathAt(slot, 'credentials', { index, batch })
    expect(claimed).toMatchObject({ leaf: { flags: 1n }, revoked: null })
    expect((await proof(0)).leaf).toBe(claimed && credentialLeaf(toyHasher, claimed.leaf))
    expect(revoked).toMatchObject({ leaf: { account: 1n, flags: 0n }, revoked: 3n })
    expect((await proof(1)).leaf).toBe(revoked && revokedCredentialLeaf(toyHasher, credentialLeaf(toyHasher, revoked.leaf), 3n))
  })

  it('refuses to read a state that a later batch replaced', async () => {
    const slot = await openSlot()
    const before = slot.state
    await slot.advance({ opens: [walletOf(1)] })
    expect(() => before.root()).toThrow('stale')
  })
})
