import type { CloseQuestTx } from '#server/rollup/protocol/tx/closeQuest.ts'
import { keyed, leafWith, MAX, pays, quests, refuses, signed, T, type TxCase, townWith } from './case.ts'

const close = (fields: Partial<CloseQuestTx> = {}): CloseQuestTx => ({
  ...{ kind: 'closeQuest', account: 0, nonce: 3, fee: 0n, quest: 3 },
  ...fields,
})
const closed = { closesAt: BigInt(T - 1), pool: 0n, feePool: 0n }

export const closeQuestCases: TxCase[] = [
  pays(
    { name: 'gives both pools back', why: 'F - fee + feePool, then X + pool; closesAt = t - 1', tx: signed(close({ fee: 2n })), fee: 2n },
    { quests: { 3: { ...quests[3], ...closed } }, vaults: { 0: 1031n } },
  ),
  pays(
    { name: 'gives rewards of another token back', why: 'X is the vault of rewardToken', tx: signed(close({ quest: 5 })), fee: 0n },
    { quests: { 5: { ...quests[5], ...closed } }, vaults: { 0: 1011n, 5: 522n } },
  ),
  pays(
    {
      name: 'gives back what came after closing',
      why: 'closesAt is earlier already and stays',
      before: townWith(leafWith('quests', 3, { closesAt: BigInt(T - 7) })),
      tx: signed(close()),
      fee: 0n,
    },
    { quests: { 3: { ...quests[3], ...closed, closesAt: BigInt(T - 7) } }, vaults: { 0: 1033n } },
  ),
  pays(
    {
      name: 'closes before the opening',
      why: 'opensAt stays',
      before: townWith(leafWith('quests', 3, { opensAt: BigInt(T + 50) })),
      tx: signed(close()),
      fee: 0n,
    },
    { quests: { 3: { ...quests[3], ...closed, opensAt: BigInt(T + 50) } }, vaults: { 0: 1033n } },
  ),
  pays(
    {
      name: 'fills a vault to the limit, after the fee',
      why: 'F - fee + feePool + pool = 2^96 - 1',
      before: townWith({ vaults: { 0: MAX - 32n } }),
      tx: signed(close({ fee: 1n })),
      fee: 1n,
    },
    { quests: { 3: { ...quests[3], ...closed } }, vaults: { 0: MAX } },
  ),
  refuses({ name: 'a quest that nobody opened', why: 'quest absent', tx: signed(close({ quest: 4 })) }, 'closeQuest.no-quest'),
  refuses({ name: 'a quest beyond the tree', why: 'quest >= 3^13', tx: signed(close({ quest: 3 ** 13 })) }, 'closeQuest.no-quest'),
  refuses(
    { name: 'who is not the owner', why: 'the owner is account 0', tx: signed(close({ account: 1, nonce: 0 })) },
    'closeQuest.not-owner',
  ),
  refuses(
    {
      name: 'a reward pool that X cannot hold',
      why: 'X would reach 2^96',
      before: townWith({ vaults: { 5: MAX - 21n } }),
      tx: signed(close({ quest: 5 })),
    },
    'closeQuest.overflow',
  ),
  refuses(
    {
      name: 'a fee pool that F cannot hold',
      why: 'F would reach 2^96',
      before: townWith({ vaults: { 0: MAX - 10n } }),
      tx: signed(close({ quest: 5 })),
    },
    'closeQuest.overflow',
  ),
  refuses({ name: 'pools of 112 bits', why: 'X would reach 2^96', tx: signed(close({ quest: 6 })) }, 'closeQuest.overflow'),
  refuses(
    {
      name: 'to pay the fee with the fee pool',
      why: 'the fee must be in the vault before',
      before: townWith({ accounts: { 0: keyed(0, { evm: 0x1000n, nonce: 3n }) }, vaults: { 0: 0n } }),
      tx: signed(close({ fee: 1n })),
    },
    'ledger.fee',
  ),
]
