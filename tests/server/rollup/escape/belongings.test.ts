import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Belonging, belongingsOf, bitOf } from '#server/rollup/escape/belongings.ts'
import { exitCall } from '#server/rollup/escape/exitCalls.ts'
import { indexLeaves } from '#server/rollup/escape/leafIndex.ts'
import { type Payable, payablesOf } from '#server/rollup/escape/payables.ts'
import type { AccountLeaf, CredentialLeaf, Path, QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { accountLeaf, credentialLeaf, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { toAccount, toCredentialLeaf, toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { deposit, firstKey, items, now, openQuest, openSlot, toyHasher, walletOf } from '#tests/support/slotFixture.ts'
import { runSlot, settleMembers, stepArbitrary } from '#tests/support/slotRun.ts'

/** A batch as its claim on L2. */
const claimed = (built: BuiltBatch) => ({
  words: built.calldata.words,
  claim: {
    ...{ number: BigInt(built.number), circuit: circuits[built.circuit].id, timestamp: BigInt(built.timestamp) },
    ...{ inboxFrom: BigInt(built.inboxFrom), inboxTo: BigInt(built.inboxTo), effects: BigInt(built.effects) },
    ...{ oldRoot: toHex32(built.oldRoot), newRoot: toHex32(built.newRoot), dataCommit: toHex32(built.dataCommit) },
    ...{ wordsHash: toHex32(built.wordsHash), lengths: built.calldata.lengths, evaluation: built.evaluation },
  },
})

const payee = { to: '0x00000000000000000000000000000000000000aa', solanaKey: toHex32(0n), signature: '0x' } as const

/** What the contract does with a call's proofs: every leaf must lead to the root of the state that is shown. */
async function checkProofs(store: NodeStore, batch: number, belonging: Belonging) {
  const { functionName, args } = await exitCall({ hasher: toyHasher, store }, belonging, { payee, batch })
  const [state, account] = args as [StateHeader, AccountLeaf & { index: bigint; path: Path }]
  const root = (leaf: bigint, { index, path }: { index: bigint; path: Path }) => rootFromPath(toyHasher, leaf, Number(index), path)
  const { leaf } = toAccount((await store.leaves([{ tree: treeIds.accounts, index: Number(account.index) }], batch))[0] ?? {})
  expect(root(accountLeaf(toyHasher, leaf), account)).toBe(state.accountsRoot)
  if (functionName === 'exitVault') {
    const [token, amount, path] = args.slice(3) as [bigint, bigint, Path]
    expect(rootFromPath(toyHasher, amount, Number(account.index * 81n + token), path)).toBe(state.vaultsRoot)
  } else {
    const quest = args.at(-1) as { index: bigint; path: Path }
    const fields = toQuestLeaf((await store.leaves([{ tree: treeIds.quests, index: Number(quest.index) }], batch))[0] ?? {})
    expect(root(questLeaf(toyHasher, fields as QuestLeaf), quest)).toBe(state.questsRoot)
  }
  if (functionName === 'exitReward') {
    const credential = args[3] as { index: bigint; path: Path }
    const fields = toCredentialLeaf((await store.leaves([{ tree: treeIds.credentials, index: Number(credential.index) }], batch))[0] ?? {})
    expect(root(credentialLeaf(toyHasher, fields as CredentialLeaf), credential)).toBe(state.credentialsRoot)
  }
  return stateRoot(toyHasher, state)
}

describe('everything that everyone takes out', { timeout: 60_000 }, () => {
  it('is what came in, less what was paid: by token, for any life of a slot, each by proofs under the final root', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { minLength: 4, maxLength: 10 }), async (steps) => {
        const { store, index } = indexLeaves(createMemoryNodeStore())
        const slot = await openSlot(toyHasher, store)
        await settleMembers(slot)
        // What `settleMembers` pays in.
        const custody = new Map([
          [0, 6000n],
          [1, 3000n],
        ])
        const add = (token: number, amount: bigint) => custody.set(token, (custody.get(token) ?? 0n) + amount)
        const payables: Payable[] = []
        for await (const { built, inbox } of runSlot(slot, steps)) {
          for (const tx of inbox) if (tx.kind === 'deposit') add(tx.token, tx.amount)
          payables.push(...payablesOf(claimed(built)))
        }
        const { batch } = slot.state
        const bits = new Set<string>()
        for (const account of index.accounts()) {
          for (const belonging of await belongingsOf({ store, index }, { account, batch })) {
            add(belonging.token, -belonging.amount)
            if (belonging.kind === 'pool') add(0, -belonging.feeAmount)
            bits.add(`${belonging.kind} ${bitOf(belonging)}`)
            expect(await checkProofs(store, batch, belonging)).toBe(slot.state.root())
          }
        }
        for (const { token, amount } of payables) add(token, -amount)
        // Fees of a leader and mints of an issuer that name a skipped account are theirs to lose: nobody has a leaf to show, they stay.
        const opened = new Set(index.accounts())
        for (let account = 0; account < 100; account++) {
          if (!opened.has(account))
            for (const lost of await belongingsOf({ store, index }, { account, batch })) add(lost.token, -lost.amount)
        }
        expect([...custody].filter(([, left]) => left !== 0n)).toEqual([])
        // Each is a bit of its own in the contract.
        const all = await Promise.all(index.accounts().map((account) => belongingsOf({ store, index }, { account, batch })))
        expect(bits.size).toBe(all.flat().length)
      }),
      { numRuns: 25 },
    )
  })
})

describe('what an account owns', () => {
  it('is its vaults, the rewards it did not claim, and the pools of its quests', async () => {
    const { store, index } = indexLeaves(createMemoryNodeStore())
    const slot = await openSlot(toyHasher, store)
    await slot.advance({ opens: [walletOf(0), walletOf(1)], inbox: items(deposit(0, 1000n), openQuest({ rewardPerMint: 7n, pool: 100n })) })
    await slot.advance({ inbox: items(firstKey(1), deposit(1, 20n, 0n, 5)) })
    const group = (accounts: number[]) => slot.sign({ quest: 0, accounts, evidenceRoot: 5n, validUntil: now })
    await slot.advance({ groups: [await group([1, 1, 1])] })
    const first = slot.state.batch
    await slot.advance({ ledger: [slot.signTx({ kind: 'claimReward', account: 1, nonce: 0, fee: 0n, credential: 0 })] })
    await slot.advance({ ledger: [slot.signTx({ kind: 'revoke', credential: 1, reason: 3 })] })

    const mine = (account: number, batch = slot.state.batch) => belongingsOf({ store, index }, { account, batch })
    expect(await mine(1)).toEqual([
      { kind: 'vault', account: 1, token: 0, amount: 7n },
      { kind: 'vault', account: 1, token: 5, amount: 20n },
      { kind: 'reward', account: 1, credential: 2, quest: 0, token: 0, amount: 7n },
    ])
    // Before the claim and the revocation, by the same store.
    expect((await mine(1, first)).filter(({ kind }) => kind === 'reward')).toHaveLength(3)
    expect(await mine(0)).toEqual([
      { kind: 'vault', account: 0, token: 0, amount: 900n },
      { kind: 'pool', account: 0, quest: 0, token: 0, amount: 86n, feeAmount: 0n },
    ])
    expect(await mine(7)).toEqual([])
    expect(index.accountsOf(walletOf(1))).toEqual([1])
  })
})
