import type { FundQuestTx } from '#server/rollup/protocol/tx/fundQuest.ts'
import { keyed, leafWith, MAX_POOL, merge, pays, quests, refuses, signed, type TxCase, town, townWith } from './case.ts'

const fund = (fields: Partial<FundQuestTx> = {}): FundQuestTx => ({
  ...{ kind: 'fundQuest', account: 0, nonce: 3, fee: 0n, quest: 3, toPool: 5n, toFeePool: 6n },
  ...fields,
})

export const fundQuestCases: TxCase[] = [
  pays(
    { name: 'pays into both pools', why: 'F - fee - toFeePool, then X - toPool', tx: signed(fund({ fee: 1n })), fee: 1n },
    { quests: { 3: { ...quests[3], pool: 27n, feePool: 17n } }, vaults: { 0: 988n } },
  ),
  pays(
    { name: 'pays rewards of another token', why: 'X is the vault of rewardToken', tx: signed(fund({ quest: 5, toPool: 500n })), fee: 0n },
    { quests: { 5: { ...quests[5], pool: 522n, feePool: 17n } }, vaults: { 0: 994n, 5: 0n } },
  ),
  pays(
    { name: 'pays fees only', why: 'toPool 0', tx: signed(fund({ quest: 5, toPool: 0n, toFeePool: 1000n })), fee: 0n },
    { quests: { 5: { ...quests[5], feePool: 1011n } }, vaults: { 0: 0n } },
  ),
  {
    name: 'lets anyone fund',
    why: 'the owner is account 0',
    before: townWith({ vaults: { 81: 20n } }),
    batch: { ledger: [signed(fund({ account: 1, nonce: 0, toPool: 20n, toFeePool: 0n }))] },
    expect: {
      batch: 'applied',
      effects: 0,
      reasons: [],
      after: merge(
        merge(town, { accounts: { 1: keyed(1, { solanaDigest: 0x77n, nonce: 1n }) }, vaults: { 81: 0n } }),
        leafWith('quests', 3, { pool: 42n }),
      ),
    },
  },
  pays(
    {
      name: 'fills the pools to the limit',
      why: '112 bits',
      before: townWith(leafWith('quests', 3, { pool: MAX_POOL - 5n, feePool: MAX_POOL - 6n })),
      tx: signed(fund()),
      fee: 0n,
    },
    { quests: { 3: { ...quests[3], pool: MAX_POOL, feePool: MAX_POOL } }, vaults: { 0: 989n } },
  ),
  refuses({ name: 'a quest that nobody opened', why: 'quest absent', tx: signed(fund({ quest: 4 })) }, 'fundQuest.no-quest'),
  refuses({ name: 'a quest beyond the tree', why: 'quest >= 3^13', tx: signed(fund({ quest: 3 ** 13 })) }, 'fundQuest.no-quest'),
  refuses({ name: 'nothing', why: 'both 0', tx: signed(fund({ toPool: 0n, toFeePool: 0n })) }, 'fundQuest.nothing'),
  refuses(
    { name: 'more fees than F holds', why: 'fee + toFeePool = vault + 1', tx: signed(fund({ fee: 1n, toFeePool: 1000n })) },
    'fundQuest.short',
  ),
  refuses(
    { name: 'more rewards than X holds', why: 'toPool = vault + 1', tx: signed(fund({ quest: 5, toPool: 501n })) },
    'fundQuest.short',
  ),
  refuses(
    { name: 'rewards that F has taken', why: 'toFeePool + toPool = vault + 1', tx: signed(fund({ toPool: 501n, toFeePool: 500n })) },
    'fundQuest.short',
  ),
  refuses(
    { name: 'a pool of 2^112', why: 'pool is full', tx: signed(fund({ quest: 6, toPool: 1n, toFeePool: 0n })) },
    'fundQuest.pool-overflow',
  ),
  refuses(
    { name: 'a fee pool of 2^112', why: 'feePool is full', tx: signed(fund({ quest: 6, toPool: 0n, toFeePool: 1n })) },
    'fundQuest.pool-overflow',
  ),
  refuses({ name: 'another quest than signed', why: 'w1', tx: { ...signed(fund()), quest: 5 } }, 'ledger.bad-signature'),
]
