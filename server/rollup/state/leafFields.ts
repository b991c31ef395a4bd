import type { AccountLeaf, QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { zeroHash } from '#server/rollup/protocol/trees.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { LeafFields } from './nodeStore.ts'

const accountFields = [
  'evm',
  'solanaDigest',
  'linksDigest',
  'keyX',
  'keyY',
  'nonce',
  'pendingKeyX',
  'pendingKeyY',
  'pendingAt',
  'identity',
  'movedTo',
] as const satisfies readonly (keyof AccountLeaf)[]

const questFields = [
  'owner',
  'previous',
  'issuerKeyX',
  'issuerKeyY',
  'opensAt',
  'closesAt',
  'supply',
  'points',
  'category',
  'expiresAfter',
  'revocable',
  'rewardToken',
  'rewardPerMint',
  'feePerMint',
  'rulesHash',
  'minted',
  'claimed',
  'revokedUnclaimed',
  'groupNonce',
  'pool',
  'feePool',
] as const satisfies readonly (keyof QuestLeaf)[]

const headerFields = [
  'accountsRoot',
  'accountCount',
  'credentialsRoot',
  'credentialCount',
  'questsRoot',
  'vaultsRoot',
  'inboxIndex',
] as const satisfies readonly (keyof StateHeader)[]

/** Fields of a leaf as they are stored: decimal strings. */
export function toFields(leaf: Readonly<Record<string, bigint>>): LeafFields {
  return Object.fromEntries(Object.entries(leaf).map(([name, value]) => [name, value.toString()]))
}

export const toAccountLeaf = (fields: LeafFields): AccountLeaf => read(accountFields, fields)
export const toQuestLeaf = (fields: LeafFields): QuestLeaf => read(questFields, fields)
export const toStateHeader = (fields: LeafFields): StateHeader => read(headerFields, fields)

/** The fields that stand for a leaf that was never written. */
export const emptyAccount: AccountLeaf = zeros(accountFields)
export const emptyQuest: QuestLeaf = zeros(questFields)

/** The header of the empty slot. */
export function genesisHeader(hasher: Hasher): StateHeader {
  return {
    accountsRoot: zeroHash(hasher, trees.accounts.depth),
    accountCount: 0n,
    credentialsRoot: zeroHash(hasher, trees.credentials.depth),
    credentialCount: 0n,
    questsRoot: zeroHash(hasher, trees.quests.depth),
    vaultsRoot: zeroHash(hasher, trees.vaults.depth),
    inboxIndex: 0n,
  }
}

function read<K extends string>(names: readonly K[], fields: LeafFields): Record<K, bigint> {
  const leaf = {} as Record<K, bigint>
  for (const name of names) {
    const value = fields[name]
    if (value === undefined) throw new CairnError('internal', 'A stored leaf lacks a field.', { meta: { field: name } })
    leaf[name] = BigInt(value)
  }
  return leaf
}

function zeros<K extends string>(names: readonly K[]): Record<K, bigint> {
  return Object.fromEntries(names.map((name) => [name, 0n])) as Record<K, bigint>
}
