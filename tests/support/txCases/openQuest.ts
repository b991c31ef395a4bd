import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { OpenQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import { issuerKey } from '../slotFixture.ts'
import { accepted, base, type Leaves, MAX, noOp, T, type TxCase } from './case.ts'

const open = (fields: Partial<OpenQuestTx> = {}): OpenQuestTx => ({
  kind: 'openQuest',
  account: 0,
  authoriser: 0x1000n,
  quest: 8,
  previous: 0,
  issuerKeyX: issuerKey.x,
  issuerKeyY: issuerKey.y,
  opensAt: T,
  closesAt: T + 10,
  supply: 5,
  points: 20,
  category: 2,
  expiresAfter: 0,
  revocable: false,
  rewardToken: 0,
  rewardPerMint: 0n,
  feePerMint: 0n,
  rulesHash: 0x1234n,
  pool: 0n,
  feePool: 0n,
  ...fields,
})
const opened: Record<string, bigint> = {
  issuerKeyX: issuerKey.x,
  issuerKeyY: issuerKey.y,
  opensAt: BigInt(T),
  closesAt: BigInt(T + 10),
  supply: 5n,
  points: 20n,
  category: 2n,
  rulesHash: 0x1234n,
}
const everything: Partial<OpenQuestTx> = {
  previous: 4,
  expiresAfter: 86_400,
  revocable: true,
  rewardPerMint: MAX,
  feePerMint: 3n,
  pool: 600n,
  feePool: 400n,
}

export const openQuestCases: TxCase[] = [
  ...(
    [
      ['opens a quest', 'every counter starts at 0', open(), { quests: { 8: opened } }],
      [
        'takes both pools out of the vault, to the last coin',
        'pool + feePool = vault',
        open(everything),
        {
          quests: {
            8: {
              ...opened,
              previous: 4n,
              expiresAfter: 86_400n,
              revocable: 1n,
              rewardPerMint: MAX,
              feePerMint: 3n,
              pool: 600n,
              feePool: 400n,
            },
          },
          vaults: { 0: 0n },
        },
      ],
      [
        'lets a Solana wallet open',
        'w9 = solanaDigest + 2^248',
        open({ account: 1, authoriser: (1n << 248n) + 0x77n }),
        { quests: { 8: { ...opened, owner: 1n } } },
      ],
      [
        'opens at the last index for one second',
        'index 3^13 - 1, closesAt = opensAt',
        open({ quest: 3 ** 13 - 1, closesAt: T }),
        { quests: { [3 ** 13 - 1]: { ...opened, closesAt: BigInt(T) } } },
      ],
    ] as const
  ).map(([name, why, tx, changes]) => ({
    name,
    why,
    before: base,
    batch: { inbox: [tx] },
    expect: accepted(base, changes as { quests: Leaves }),
  })),
  ...(
    [
      ['an owner that is not there', 'index = accountCount', open({ account: 10 }), 'unknown-account'],
      ['an owner beyond the tree', 'index >= 3^16', open({ account: newAccount }), 'unknown-account'],
      ['a skipped leaf as the owner', 'its leaf is 0', open({ account: 4, authoriser: 0n }), 'unknown-account'],
      ['another wallet', 'wallet differs', open({ authoriser: 0x1009n }), 'not-wallet'],
      ['an owner without an EVM wallet', 'wallet differs', open({ account: 1 }), 'not-wallet'],
      ['the wallet 0 of an owner without an EVM wallet', 'evm is 0', open({ account: 1, authoriser: 0n }), 'not-wallet'],
      ['the digest 0 of an owner without a Solana wallet', 'solanaDigest is 0', open({ authoriser: 1n << 248n }), 'not-wallet'],
      ['an index that is taken', 'the leaf is not 0', open({ quest: 3 }), 'index-taken'],
      ['an index beyond the tree', 'quest >= 3^13', open({ quest: 3 ** 13 }), 'index-range'],
      ['dates that are reversed', 'closesAt < opensAt', open({ closesAt: T - 1 }), 'dates'],
      ['no supply', 'supply 0', open({ supply: 0 }), 'no-supply'],
      ['a reward in a token that cannot be', 'rewardToken 81', open({ rewardToken: 81 }), 'reward-token'],
      ['a reward pool that its vault lacks', 'X is empty', open({ rewardToken: 1, pool: 1n }), 'short'],
      ['a fee pool that the native vault lacks', 'F is short', open({ rewardToken: 1, feePool: 1001n }), 'short'],
      ['pools of more than the vault', 'pool + feePool = vault + 1', open({ pool: 600n, feePool: 401n }), 'short'],
      ['pools whose sum would wrap in 112 bits', 'pool + feePool = 2^112', open({ pool: (1n << 112n) - 1n, feePool: 1n }), 'short'],
      ['a key that is not on the curve', 'y is off by one', open({ issuerKeyY: issuerKey.y + 1n }), 'bad-key'],
      ['the key zero', '(0, 0) is not on the curve', open({ issuerKeyX: 0n, issuerKeyY: 0n }), 'bad-key'],
    ] as const
  ).map(([what, why, tx, reason]) => ({
    name: `refuses ${what}`,
    why,
    before: base,
    batch: { inbox: [tx] },
    expect: noOp(base, `openQuest.${reason}`),
  })),
]
