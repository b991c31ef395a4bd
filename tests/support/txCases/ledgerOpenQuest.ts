import type { LedgerOpenQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import { issuerKey } from '../slotFixture.ts'
import { pays, refuses, signed, T, type TxCase } from './case.ts'

const open = (fields: Partial<LedgerOpenQuestTx> = {}): LedgerOpenQuestTx => ({
  kind: 'ledgerOpenQuest',
  ...{ account: 0, nonce: 3, fee: 0n, quest: 8, previous: 0, issuerKeyX: issuerKey.x, issuerKeyY: issuerKey.y },
  ...{ opensAt: T, closesAt: T + 10, supply: 5, points: 20, category: 2, expiresAfter: 0, revocable: false },
  ...{ rewardToken: 0, rewardPerMint: 0n, feePerMint: 0n, rulesHash: 0x1234n, pool: 0n, feePool: 0n },
  ...fields,
})
const opened: Record<string, bigint> = {
  ...{ issuerKeyX: issuerKey.x, issuerKeyY: issuerKey.y, opensAt: BigInt(T), closesAt: BigInt(T + 10), supply: 5n },
  ...{ points: 20n, category: 2n, rulesHash: 0x1234n },
}
const rich = { rewardPerMint: 7n, feePerMint: 3n, revocable: true, previous: 4, expiresAfter: 60 }
const richLeaf = { ...opened, rewardPerMint: 7n, feePerMint: 3n, revocable: 1n, previous: 4n, expiresAfter: 60n }

export const ledgerOpenQuestCases: TxCase[] = [
  pays(
    { name: 'opens a quest', why: 'every counter starts at 0', tx: signed(open({ fee: 2n })), fee: 2n },
    { quests: { 8: opened }, vaults: { 0: 998n } },
  ),
  pays(
    {
      name: 'takes fee and both pools out of one vault, to the last coin',
      why: 'F - fee - feePool, then X - pool',
      tx: signed(open({ ...rich, fee: 1n, feePool: 399n, pool: 600n })),
      fee: 1n,
    },
    { quests: { 8: { ...richLeaf, pool: 600n, feePool: 399n } }, vaults: { 0: 0n } },
  ),
  pays(
    {
      name: 'takes the reward pool out of the vault of its token',
      why: 'X is the vault of token 5',
      tx: signed(open({ ...rich, rewardToken: 5, fee: 1n, feePool: 399n, pool: 500n })),
      fee: 1n,
    },
    { quests: { 8: { ...richLeaf, rewardToken: 5n, pool: 500n, feePool: 399n } }, vaults: { 0: 600n, 5: 0n } },
  ),
  refuses({ name: 'an index that is taken', why: 'the leaf is not 0', tx: signed(open({ quest: 3 })) }, 'openQuest.index-taken'),
  refuses({ name: 'an index beyond the tree', why: 'quest >= 3^13', tx: signed(open({ quest: 3 ** 13 })) }, 'openQuest.index-range'),
  refuses({ name: 'dates that are reversed', why: 'closesAt < opensAt', tx: signed(open({ closesAt: T - 1 })) }, 'openQuest.dates'),
  refuses({ name: 'no supply', why: 'supply 0', tx: signed(open({ supply: 0 })) }, 'openQuest.no-supply'),
  refuses({ name: 'a token that cannot be', why: 'rewardToken 81', tx: signed(open({ rewardToken: 81 })) }, 'openQuest.reward-token'),
  refuses(
    { name: 'a key that is not on the curve', why: 'y is off by one', tx: signed(open({ issuerKeyY: issuerKey.y + 1n })) },
    'openQuest.bad-key',
  ),
  refuses(
    { name: 'a fee pool that F lacks', why: 'fee + feePool = vault + 1', tx: signed(open({ fee: 1n, feePool: 1000n })) },
    'openQuest.short',
  ),
  refuses(
    { name: 'a reward pool that X lacks', why: 'pool = vault + 1', tx: signed(open({ rewardToken: 5, pool: 501n })) },
    'openQuest.short',
  ),
  refuses(
    { name: 'a reward pool that F has taken', why: 'feePool + pool = vault + 1', tx: signed(open({ feePool: 500n, pool: 501n })) },
    'openQuest.short',
  ),
  refuses(
    { name: 'pools of 112 bits', why: 'pool = 2^112 - 1', tx: signed(open({ pool: (1n << 112n) - 1n, feePool: 1n })) },
    'openQuest.short',
  ),
  refuses({ name: 'another key’s signature', why: 'bad signature', tx: signed(open(), { secret: 42n }) }, 'ledger.bad-signature'),
]
