import type { ClaimRewardTx } from '#server/rollup/protocol/tx/claimReward.ts'
import { award, leafWith, MAX, pays, quests, refuses, signed, type TxCase, townWith } from './case.ts'

const claim = (fields: Partial<ClaimRewardTx> = {}): ClaimRewardTx => ({
  ...{ kind: 'claimReward', account: 0, nonce: 3, fee: 0n, credential: 0 },
  ...fields,
})
const holder9 = townWith({ vaults: { 729: 0n } }, { accounts: { 9: { evm: 0x1009n } } })

export const claimRewardCases: TxCase[] = [
  pays(
    { name: 'pays a native reward', why: 'F - fee, X + rewardPerMint; flag and counter', tx: signed(claim({ fee: 5n })), fee: 5n },
    {
      credentials: { 0: award({ account: 0n, flags: 1n }) },
      quests: { 3: { ...quests[3], claimed: 2n } },
      vaults: { 0: 997n },
    },
  ),
  pays(
    {
      name: 'pays a reward of another token',
      why: 'X is the vault of rewardToken',
      tx: signed(claim({ credential: 3, fee: 1n })),
      fee: 1n,
    },
    {
      credentials: { 3: award({ account: 0n, quest: 5n, flags: 1n }) },
      quests: { 5: { ...quests[5], claimed: 1n } },
      vaults: { 0: 999n, 5: 502n },
    },
  ),
  pays(
    {
      name: 'pays from the reserve when the pool is empty and the quest closed',
      why: 'the mint reserved it',
      before: townWith(leafWith('quests', 3, { pool: 0n, closesAt: 1n })),
      tx: signed(claim()),
      fee: 0n,
    },
    {
      credentials: { 0: award({ account: 0n, flags: 1n }) },
      quests: { 3: { ...quests[3], pool: 0n, closesAt: 1n, claimed: 2n } },
      vaults: { 0: 1002n },
    },
  ),
  pays(
    {
      name: 'fills a vault to the limit',
      why: 'X = 2^96 - 1',
      before: townWith({ vaults: { 5: MAX - 2n } }),
      tx: signed(claim({ credential: 3 })),
      fee: 0n,
    },
    {
      credentials: { 3: award({ account: 0n, quest: 5n, flags: 1n }) },
      quests: { 5: { ...quests[5], claimed: 1n } },
      vaults: { 5: MAX },
    },
  ),
  refuses(
    { name: 'a credential that is not there', why: 'index = credentialCount', tx: signed(claim({ credential: 9 })) },
    'claimReward.no-credential',
  ),
  refuses(
    { name: 'a credential beyond the tree', why: 'index >= 3^20', tx: signed(claim({ credential: 3 ** 20 })) },
    'claimReward.no-credential',
  ),
  refuses({ name: 'a skipped leaf', why: 'its leaf is 0', tx: signed(claim({ credential: 7 })) }, 'claimReward.no-credential'),
  refuses(
    { name: 'a credential that is revoked', why: 'its leaf is another one', tx: signed(claim({ credential: 5 })) },
    'claimReward.no-credential',
  ),
  refuses(
    { name: 'another account’s credential', why: 'it is account 9’s', before: holder9, tx: signed(claim({ credential: 2 })) },
    'claimReward.not-holder',
  ),
  refuses({ name: 'a reward that was claimed', why: 'flags bit 0', tx: signed(claim({ credential: 1 })) }, 'claimReward.claimed'),
  refuses({ name: 'a quest without reward', why: 'rewardPerMint 0', tx: signed(claim({ credential: 4 })) }, 'claimReward.no-reward'),
  refuses(
    {
      name: 'a balance of 2^96',
      why: 'X would reach 2^96',
      before: townWith({ vaults: { 5: MAX - 1n } }),
      tx: signed(claim({ credential: 3 })),
    },
    'claimReward.overflow',
  ),
  refuses(
    { name: 'to pay the fee with the reward', why: 'the fee must be in the vault before', tx: signed(claim({ fee: 1001n })) },
    'ledger.fee',
  ),
  refuses({ name: 'another credential than signed', why: 'w1', tx: { ...signed(claim()), credential: 3 } }, 'ledger.bad-signature'),
]
