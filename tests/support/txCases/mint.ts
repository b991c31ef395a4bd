import { domainOf } from '#server/rollup/protocol/batch.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { issuerSecret, slotDomain } from '../slotFixture.ts'
import { applied, base, CREDENTIALS, MAX, merge, quest, refusedBatch, T, type TxCase, withQuest } from './case.ts'

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
