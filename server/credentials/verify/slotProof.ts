import * as z from 'zod'
import type { AccountLeaf, CredentialLeaf, Path, QuestLeaf, StateHeader } from '#server/rollup/protocol/circuitInputs.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { evidenceLeaf } from '#server/rollup/protocol/evidenceRoot.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { accountLeaf, credentialLeaf, questLeaf, stateRoot } from '#server/rollup/protocol/leaves.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** That a credential stands in the slot at the end of a batch: the state's header and the paths of all that the document says. */
export type SlotProof = {
  format: 'cairn-slot-proof-1'
  chainId: number
  rollup: Hex
  /** The batch whose end the state is: the newest final one when it was exported. */
  batch: number
  state: StateHeader
  credential: { index: number; leaf: CredentialLeaf; path: Path }
  account: { leaf: AccountLeaf; path: Path }
  quest: { leaf: QuestLeaf; path: Path }
  /** sha256 of the evidence bundle, upper 248 bits, and its place under the credential's evidenceRoot. */
  evidence: { digest: bigint; position: number; path: Path }
  /** The quest's issuer key signs the DID that signs the document. */
  issuer: SchnorrSignature
}

const element = z
  .string()
  .regex(/^0x(?:0|[1-9a-f][0-9a-f]{0,63})$/)
  .transform((text) => BigInt(text))
  .refine((value) => value < P, { error: 'must be a field element' })
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const path = (most: number, least = most) =>
  z
    .array(z.tuple([element, element]))
    .min(least)
    .max(most)
const fields = <K extends string>(...names: K[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, element])) as Record<K, typeof element>)

const schema: z.ZodType<SlotProof> = z.strictObject({
  format: z.literal('cairn-slot-proof-1'),
  chainId: count,
  rollup: z
    .string()
    .regex(/^0x[0-9a-f]{40}$/)
    .transform((text) => text as Hex),
  batch: count,
  state: fields('accountsRoot', 'accountCount', 'credentialsRoot', 'credentialCount', 'questsRoot', 'vaultsRoot', 'inboxIndex'),
  credential: z.strictObject({
    index: count,
    leaf: fields('account', 'quest', 'serial', 'issuedAt', 'flags', 'evidenceRoot'),
    path: path(trees.credentials.depth),
  }),
  account: z.strictObject({
    leaf: fields(
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
    ),
    path: path(trees.accounts.depth),
  }),
  quest: z.strictObject({
    leaf: fields(
      ...([
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
      ] as const),
      ...(['revocable', 'rewardToken', 'rewardPerMint', 'feePerMint', 'rulesHash', 'minted', 'claimed', 'revokedUnclaimed'] as const),
      ...(['groupNonce', 'pool', 'feePool'] as const),
    ),
    path: path(trees.quests.depth),
  }),
  evidence: z.strictObject({ digest: element, position: count, path: path(trees.credentials.depth, 0) }),
  issuer: fields('s', 'e'),
})

/** Reads a slot proof from JSON (elements as 0x hex without leading zeros); null with the first thing that is wrong. */
export function parseSlotProof(json: unknown): { ok: true; value: SlotProof } | { ok: false; field: string; expected: string } {
  const parsed = schema.safeParse(json)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, field: issue?.path.join('.') ?? '', expected: issue?.message ?? 'a slot proof' }
}

/** The JSON of a proof: what `parseSlotProof` reads. */
export function slotProofJson(proof: SlotProof): unknown {
  return JSON.parse(JSON.stringify(proof, (_key, value: unknown) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value)))
}

export type PathRefusal = 'inclusion.credential' | 'inclusion.account' | 'inclusion.quest' | 'inclusion.evidence' | 'inclusion.malformed'

/** Climbs every path. Gives the state root that all of them lead to, or the first one that leads elsewhere. */
export function rootOfSlotProof(hasher: Hasher, proof: SlotProof): { ok: true; root: bigint } | { ok: false; reason: PathRefusal } {
  const { state, credential, account, quest, evidence } = proof
  const climb = (leaf: bigint, index: bigint | number, siblings: Path) => rootFromPath(hasher, leaf, Number(index), siblings)
  try {
    if (climb(credentialLeaf(hasher, credential.leaf), credential.index, credential.path) !== state.credentialsRoot) {
      return { ok: false, reason: 'inclusion.credential' }
    }
    if (climb(accountLeaf(hasher, account.leaf), credential.leaf.account, account.path) !== state.accountsRoot) {
      return { ok: false, reason: 'inclusion.account' }
    }
    if (climb(questLeaf(hasher, quest.leaf), credential.leaf.quest, quest.path) !== state.questsRoot) {
      return { ok: false, reason: 'inclusion.quest' }
    }
    if (climb(evidenceLeaf(hasher, evidence.digest), evidence.position, evidence.path) !== credential.leaf.evidenceRoot) {
      return { ok: false, reason: 'inclusion.evidence' }
    }
    return { ok: true, root: stateRoot(hasher, state) }
  } catch {
    return { ok: false, reason: 'inclusion.malformed' }
  }
}
