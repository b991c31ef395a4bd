import type { AccountLeaf, CredentialLeaf, QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { linkPlaces, trees } from '#server/rollup/protocol/constants.gen.ts'
import { noLinks } from '#server/rollup/protocol/leaves.ts'
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

const credentialFields = [
  'account',
  'quest',
  'serial',
  'issuedAt',
  'flags',
  'evidenceRoot',
] as const satisfies readonly (keyof CredentialLeaf)[]

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

/** An account with what its leaf only has a digest of: the linked wallet words by place. */
export type Account = { leaf: AccountLeaf; links: readonly bigint[] }
/** A credential; `revoked` is the reason, null while it is good. */
export type Credential = { leaf: CredentialLeaf; revoked: bigint | null }

/** Linked wallets are fields `link0` to `link8` beside the leaf's own; empty places are left out. */
export function fromAccount({ leaf, links }: Account): LeafFields {
  const linked = links.flatMap((word, place) => (word === 0n ? [] : [[`link${place}`, word.toString()]]))
  return { ...toFields(leaf), ...Object.fromEntries(linked) }
}

export function toAccount(fields: LeafFields): Account {
  const links = Array.from({ length: linkPlaces }, (_, place) => BigInt(fields[`link${place}`] ?? 0))
  return { leaf: toAccountLeaf(fields), links: links.every((word) => word === 0n) ? noLinks : links }
}

/** A revoked credential keeps its fields and has `revoked`, the reason, beside them. */
export function fromCredential({ leaf, revoked }: Credential): LeafFields {
  return revoked === null ? toFields(leaf) : { ...toFields(leaf), revoked: revoked.toString() }
}

export function toCredential(fields: LeafFields): Credential {
  return { leaf: toCredentialLeaf(fields), revoked: fields.revoked === undefined ? null : BigInt(fields.revoked) }
}

export const toCredentialLeaf = (fields: LeafFields): CredentialLeaf => read(credentialFields, fields)
export const toAccountLeaf = (fields: LeafFields): AccountLeaf => read(accountFields, fields)
export const toQuestLeaf = (fields: LeafFields): QuestLeaf => read(questFields, fields)
export const toStateHeader = (fields: LeafFields): StateHeader => read(headerFields, fields)

/** The fields that stand for a leaf that was never written. */
export const emptyAccount: AccountLeaf = zeros(accountFields)
export const emptyQuest: QuestLeaf = zeros(questFields)
export const emptyCredential: CredentialLeaf = zeros(credentialFields)

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
