import { domainOf } from '#server/rollup/protocol/batch.ts'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import type { DepositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import type { OpenQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { issuerKey, issuerSecret, slotDomain } from './slotFixture.ts'
import type { StateVector, TxVector } from './txVectors.ts'

type Leaves = Record<string, Record<string, bigint>>
export type StateCase = Omit<StateVector, 'root'>
type Batch = Partial<TxVector['batch']>
type Expected =
  | { batch: 'refused'; section: string; position: number; reason: string }
  | { batch: 'applied'; effects: number; reasons: (string | null)[]; after: StateCase }
/** Every expectation below is written by hand from the README's table; `writeTxVectors` stops when the engine answers otherwise. */
export type TxCase = { name: string; why: string; before: StateCase; batch: Batch; expect: Expected }

const T = 1_800_000_000
const ACCOUNTS = 3 ** 16
const CREDENTIALS = 3 ** 20
const SOLANA = (1n << 248n) + 0x5eedn
const MAX = (1n << 96n) - 1n

const empty: StateCase = { accountCount: 0, credentialCount: 0, inboxIndex: 0, accounts: {}, credentials: {}, quests: {}, vaults: {} }
const quest: Record<string, bigint> = {
  owner: 0n,
  issuerKeyX: issuerKey.x,
  issuerKeyY: issuerKey.y,
  opensAt: BigInt(T - 100),
  closesAt: BigInt(T + 100),
  supply: 12n,
  points: 50n,
  category: 3n,
  revocable: 1n,
  rewardPerMint: 2n,
  feePerMint: 1n,
  rulesHash: 0xabcdefn,
  minted: 1n,
  groupNonce: 4n,
  pool: 22n,
  feePool: 11n,
}
/** Accounts 0 and 1, seven skipped leaves, account 9; one quest; account 9 is rich to the limit. */
const base: StateCase = {
  accountCount: 10,
  credentialCount: 9,
  inboxIndex: 5,
  accounts: { 0: { evm: 0x1000n }, 1: { solanaDigest: 0x77n }, 9: { evm: 0x1009n } },
  credentials: { 0: { account: 9n, quest: 3n, issuedAt: BigInt(T - 50), evidenceRoot: 8n } },
  quests: { 3: quest },
  vaults: { 0: 1000n, 729: MAX - 9n },
}
const withQuest = (fields: Record<string, bigint>): StateCase => ({ ...base, quests: { 3: { ...quest, ...fields } } })
const merge = (state: StateCase, changes: Partial<StateCase>): StateCase => ({
  ...state,
  ...changes,
  accounts: { ...state.accounts, ...changes.accounts },
  credentials: { ...state.credentials, ...changes.credentials },
  quests: { ...state.quests, ...changes.quests },
  vaults: { ...state.vaults, ...changes.vaults },
})

const refusedBatch = (section: 'opens' | 'groups' | 'fees', position: number, reason: string): Expected => ({
  batch: 'refused',
  section,
  position,
  reason,
})
const applied = (after: StateCase): Expected => ({ batch: 'applied', effects: 0, reasons: [], after })
const accepted = (before: StateCase, changes: Partial<StateCase>): Expected => ({
  batch: 'applied',
  effects: 1,
  reasons: [null],
  after: merge(before, { ...changes, inboxIndex: before.inboxIndex + 1 }),
})
const noOp = (before: StateCase, reason: string): Expected => ({
  batch: 'applied',
  effects: 0,
  reasons: [reason],
  after: { ...before, inboxIndex: before.inboxIndex + 1 },
})

export const openAccountCases: TxCase[] = [
  ['opens the first account of the slot', 'start = 0', empty, [0x1000n], { accountCount: 1, accounts: { 0: { evm: 0x1000n } } }],
  [
    'opens a Solana account at the next multiple of nine',
    'start = ceil(10 / 9) * 9, kind 1',
    base,
    [SOLANA],
    { accountCount: 19, accounts: { 18: { solanaDigest: 0x5eedn } } },
  ],
  [
    'opens a wallet that has an account',
    'duplicates are harmless',
    base,
    [0x1000n],
    { accountCount: 19, accounts: { 18: { evm: 0x1000n } } },
  ],
  [
    'fills the subtree',
    'nine opens',
    empty,
    [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, (1n << 160n) - 1n],
    { accountCount: 9, accounts: Object.fromEntries([1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, (1n << 160n) - 1n].map((evm, i) => [i, { evm }])) },
  ],
].map(
  ([name, why, before, opens, changes]) =>
    ({ name, why, before, batch: { opens }, expect: applied(merge(before as StateCase, changes as Partial<StateCase>)) }) as TxCase,
)
openAccountCases.push(
  ...(
    [
      ['refuses the word 0', 'value 0', base, [0n], 0, 'wallet'],
      ['refuses an empty Solana digest', 'value 0', base, [0x55n, 1n << 248n], 1, 'wallet'],
      ['refuses an EVM value of 161 bits', 'EVM value >= 2^160', base, [1n << 160n], 0, 'wallet'],
      ['refuses a kind that is not known', 'kind 2', base, [(2n << 248n) + 5n], 0, 'wallet'],
      ['refuses when no subtree is left', 'start = 3^16', { ...empty, accountCount: ACCOUNTS - 8 }, [0x1000n], 0, 'full'],
    ] as const
  ).map(([name, why, before, opens, position, reason]) => ({
    name,
    why,
    before,
    batch: { opens: [...opens] },
    expect: refusedBatch('opens', position, `openAccount.${reason}`),
  })),
)

type Group = Partial<Omit<MintGroup, 'signature'>>
type Signing = { secret?: bigint; nonce?: bigint; chainId?: number; signed?: Group }

/** A group of quest 3, signed as the engine asks for it unless told otherwise. */
function group(
  fields: Group = {},
  { secret = issuerSecret, nonce = 4n, chainId = slotDomain.chainId, signed = {} }: Signing = {},
): MintGroup {
  const terms = { quest: 3, accounts: [0], evidenceRoot: 0xe1n, validUntil: T + 10, ...fields }
  const domain = domainOf(chainId, slotDomain.rollup)
  const message = mintGroupMessage(fastHasher, { ...terms, ...signed, domain, groupNonce: nonce })
  return { ...terms, signature: sign(fastHasher, secret, message) }
}
const credential = (account: number, serial: number, fields: Record<string, bigint> = {}) => ({
  account: BigInt(account),
  quest: 3n,
  serial: BigInt(serial),
  issuedAt: BigInt(T),
  evidenceRoot: 0xe1n,
  ...fields,
})
const minted = (count: bigint, nonce: bigint, fields: Record<string, bigint> = {}) => ({
  3: { ...quest, minted: 1n + count, groupNonce: nonce, pool: 22n - 2n * count, feePool: 11n - count, ...fields },
})
const ten = [0, 1, 9, 0, 1, 9, 0, 1, 9, 0]

export const mintCases: TxCase[] = [
  {
    name: 'mints one credential',
    why: 'start = ceil(9 / 27) * 27; one whole word of nine; serial = minted before; the fee is the leader’s',
    before: base,
    batch: { groups: [group()], leader: 1 },
    expect: applied(
      merge(base, { credentialCount: 36, credentials: { 27: credential(0, 1) }, quests: minted(1n, 5n), vaults: { 81: 1n } }),
    ),
  },
  {
    name: 'mints ten credentials over two words',
    why: 'ceil(10 / 9) words',
    before: base,
    batch: { groups: [group({ accounts: ten })] },
    expect: applied(
      merge(base, {
        credentialCount: 45,
        credentials: Object.fromEntries(ten.map((account, i) => [27 + i, credential(account, 1 + i)])),
        quests: minted(10n, 5n),
        vaults: { 0: 1010n },
      }),
    ),
  },
  {
    name: 'mints two groups of one quest',
    why: 'the nonce grows by one a group; the second starts at the next word',
    before: base,
    batch: { groups: [group({ accounts: [0, 1] }), group({ accounts: [9], evidenceRoot: 5n }, { nonce: 5n })] },
    expect: applied(
      merge(base, {
        credentialCount: 45,
        credentials: { 27: credential(0, 1), 28: credential(1, 2), 36: credential(9, 3, { evidenceRoot: 5n }) },
        quests: minted(3n, 6n),
        vaults: { 0: 1003n },
      }),
    ),
  },
  {
    name: 'mints the last of supply, pool and fee pool',
    why: 'minted + k = supply',
    before: withQuest({ supply: 2n, pool: 2n, feePool: 1n }),
    batch: { groups: [group()] },
    expect: applied(
      merge(base, {
        credentialCount: 36,
        credentials: { 27: credential(0, 1) },
        quests: minted(1n, 5n, { supply: 2n, pool: 0n, feePool: 0n }),
        vaults: { 0: 1001n },
      }),
    ),
  },
  ...(['opensAt', 'closesAt'] as const).map((edge) => ({
    name: `mints in the second of ${edge}`,
    why: 'the window includes both ends',
    before: withQuest({ [edge]: BigInt(T) }),
    batch: { groups: [group()] },
    expect: applied(
      merge(base, {
        credentialCount: 36,
        credentials: { 27: credential(0, 1) },
        quests: minted(1n, 5n, { [edge]: BigInt(T) }),
        vaults: { 0: 1001n },
      }),
    ),
  })),
  {
    name: 'mints in the last second of validUntil',
    why: 't = validUntil',
    before: base,
    batch: { groups: [group({ validUntil: T })] },
    expect: applied(
      merge(base, { credentialCount: 36, credentials: { 27: credential(0, 1) }, quests: minted(1n, 5n), vaults: { 0: 1001n } }),
    ),
  },
  {
    name: 'mints to an account that the same batch opens, and to a skipped leaf',
    why: 'an account is known when index < accountCount, after the opens',
    before: base,
    batch: { opens: [0x2000n], groups: [group({ accounts: [18, 5] })] },
    expect: applied(
      merge(base, {
        accountCount: 19,
        accounts: { 18: { evm: 0x2000n } },
        credentialCount: 36,
        credentials: { 27: credential(18, 1), 28: credential(5, 2) },
        quests: minted(2n, 5n),
        vaults: { 0: 1002n },
      }),
    ),
  },
  ...(
    [
      ['a group of nobody', 'k = 0', base, group({ accounts: [] }), 'mint.empty'],
      ['a quest that nobody opened', 'quest absent', base, group({ quest: 4 }), 'mint.no-quest'],
      ['a quest beyond the tree', 'quest >= 3^13', base, group({ quest: 3 ** 13 }), 'mint.no-quest'],
      ['a quest that opens a second later', 't < opensAt', withQuest({ opensAt: BigInt(T + 1) }), group(), 'mint.not-open'],
      ['a quest that closed a second ago', 't > closesAt', withQuest({ closesAt: BigInt(T - 1) }), group(), 'mint.closed'],
      ['a signature that expired a second ago', 't > validUntil', base, group({ validUntil: T - 1 }), 'mint.expired'],
      ['one more than the supply', 'minted + k > supply', withQuest({ supply: 1n }), group(), 'mint.over-supply'],
      ['a reward that the pool lacks by one', 'pool < k * rewardPerMint', withQuest({ pool: 1n }), group(), 'mint.pool-short'],
      ['a fee that the fee pool lacks', 'feePool < k * feePerMint', withQuest({ feePool: 0n }), group(), 'mint.fee-pool-short'],
      ['a member that is not there', 'index >= accountCount', base, group({ accounts: [0, 10] }), 'mint.unknown-account'],
      ['another key’s signature', 'bad signature', base, group({}, { secret: 42n }), 'mint.bad-signature'],
      ['the signature of the group before', 'groupNonce 3, the leaf says 4', base, group({}, { nonce: 3n }), 'mint.bad-signature'],
      ['a signature for another chain', 'domain', base, group({}, { chainId: 1 }), 'mint.bad-signature'],
      [
        'a signature for other members',
        'accountWords',
        base,
        group({ accounts: [1] }, { signed: { accounts: [0] } }),
        'mint.bad-signature',
      ],
      ['a signature for other evidence', 'evidenceRoot', base, group({}, { signed: { evidenceRoot: 1n } }), 'mint.bad-signature'],
      ['a signature for an earlier expiry', 'validUntil', base, group({}, { signed: { validUntil: T } }), 'mint.bad-signature'],
      ['no signature', 's = e = 0', base, { ...group(), signature: { s: 0n, e: 0n } }, 'mint.bad-signature'],
      ['a credentials tree without room', 'start + 27 > 3^20', { ...base, credentialCount: CREDENTIALS - 26 }, group(), 'mint.full'],
    ] as const
  ).map(([what, why, before, one, reason]) => ({
    name: `refuses ${what}`,
    why,
    before,
    batch: { groups: [one] },
    expect: refusedBatch('groups', 0, reason),
  })),
  {
    name: 'refuses the same group twice',
    why: 'the second is signed for a nonce that is used up',
    before: base,
    batch: { groups: [group(), group()] },
    expect: refusedBatch('groups', 1, 'mint.bad-signature'),
  },
  {
    name: 'refuses fees that the leader’s vault cannot hold',
    why: 'balance would reach 2^96',
    before: { ...base, vaults: { ...base.vaults, 0: MAX } },
    batch: { groups: [group()] },
    expect: refusedBatch('fees', 0, 'fees.overflow'),
  },
]

const pay = (fields: Partial<DepositTx>): DepositTx => ({
  kind: 'deposit',
  account: 0,
  sender: 0xabcn,
  token: 0,
  amount: 7n,
  wallet: 0n,
  ...fields,
})
const full = { ...base, accountCount: ACCOUNTS }

export const depositCases: TxCase[] = [
  ...(
    [
      ['credits an account', 'vault += amount', base, pay({}), { vaults: { 0: 1007n } }],
      ['credits an empty vault', 'an empty vault is the empty leaf', base, pay({ account: 1 }), { vaults: { 81: 7n } }],
      ['credits a skipped account', 'index < accountCount', base, pay({ account: 4 }), { vaults: { 324: 7n } }],
      ['takes nothing', 'amount 0', base, pay({ account: 1, amount: 0n }), {}],
      ['fills a vault', 'balance 2^96 - 1', base, pay({ account: 9, amount: 9n }), { vaults: { 729: MAX } }],
      [
        'opens an EVM account',
        'newAccount appends at accountCount',
        base,
        pay({ account: newAccount, wallet: 0x3000n }),
        { accountCount: 11, accounts: { 10: { evm: 0x3000n } }, vaults: { 810: 7n } },
      ],
      [
        'opens a Solana account',
        'kind 1',
        base,
        pay({ account: newAccount, wallet: SOLANA }),
        { accountCount: 11, accounts: { 10: { solanaDigest: 0x5eedn } }, vaults: { 810: 7n } },
      ],
      [
        'opens the last account',
        'accountCount = 3^16 - 1',
        { ...base, accountCount: ACCOUNTS - 1 },
        pay({ account: newAccount, wallet: 0x3000n }),
        { accountCount: ACCOUNTS, accounts: { [ACCOUNTS - 1]: { evm: 0x3000n } }, vaults: { [(ACCOUNTS - 1) * 81]: 7n } },
      ],
    ] as const
  ).map(([name, why, before, tx, changes]) => ({
    name,
    why,
    before,
    batch: { inbox: [tx] },
    expect: accepted(before, changes as Partial<StateCase>),
  })),
  ...(
    [
      ['an account that is not there', 'index = accountCount', base, pay({ account: 10 }), 'deposit.unknown-account'],
      ['an account beyond the tree', 'index >= 3^16', base, pay({ account: newAccount - 1 }), 'deposit.unknown-account'],
      ['another token', 'token 1', base, pay({ token: 1 }), 'deposit.token'],
      ['another token for a new account', 'token 80', base, pay({ account: newAccount, wallet: 1n, token: 80 }), 'deposit.token'],
      ['a balance of 2^96', 'balance would reach 2^96', base, pay({ account: 9, amount: 10n }), 'deposit.overflow'],
      ['a new account for no wallet', 'value 0', base, pay({ account: newAccount }), 'openAccount.wallet'],
      ['a new account for 161 bits', 'EVM value >= 2^160', base, pay({ account: newAccount, wallet: 1n << 160n }), 'openAccount.wallet'],
      ['a new account of an unknown kind', 'kind 3', base, pay({ account: newAccount, wallet: (3n << 248n) + 1n }), 'openAccount.wallet'],
      ['a new account when the tree is full', 'accountCount = 3^16', full, pay({ account: newAccount, wallet: 1n }), 'openAccount.full'],
    ] as const
  ).map(([what, why, before, tx, reason]) => ({
    name: `refuses ${what}`,
    why,
    before,
    batch: { inbox: [tx] },
    expect: noOp(before, reason),
  })),
]

const open = (fields: Partial<OpenQuestTx> = {}): OpenQuestTx => ({
  kind: 'openQuest',
  account: 0,
  sender: 0x1000n,
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
      ['an owner that is not there', 'index = accountCount', open({ account: 10 }), 'unknown-owner'],
      ['an owner beyond the tree', 'index >= 3^16', open({ account: newAccount }), 'unknown-owner'],
      ['a skipped leaf as the owner', 'its leaf is empty', open({ account: 4, sender: 0n }), 'unknown-owner'],
      ['another sender', 'wallet differs', open({ sender: 0x1009n }), 'not-owner'],
      ['an owner without an EVM wallet', 'wallet differs', open({ account: 1 }), 'not-owner'],
      ['an index that is taken', 'the leaf is not 0', open({ quest: 3 }), 'index-taken'],
      ['an index beyond the tree', 'quest >= 3^13', open({ quest: 3 ** 13 }), 'index-range'],
      ['dates that are reversed', 'closesAt < opensAt', open({ closesAt: T - 1 }), 'dates'],
      ['no supply', 'supply 0', open({ supply: 0 }), 'no-supply'],
      ['a reward in another token', 'rewardToken 1', open({ rewardToken: 1 }), 'reward-token'],
      ['pools of more than the vault', 'pool + feePool = vault + 1', open({ pool: 600n, feePool: 401n }), 'vault-short'],
      ['pools whose sum would wrap in 112 bits', 'pool + feePool = 2^112', open({ pool: (1n << 112n) - 1n, feePool: 1n }), 'vault-short'],
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

export const txCases = { openAccount: openAccountCases, mint: mintCases, deposit: depositCases, openQuest: openQuestCases }
export const batchTime = T
