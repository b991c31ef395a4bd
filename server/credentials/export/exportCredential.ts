import { evidencePath } from '#server/rollup/protocol/evidenceRoot.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { GrumpkinPoint, SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import { toAccountLeaf, toCredentialLeaf, toQuestLeaf, toStateHeader } from '#server/rollup/state/leafFields.ts'
import { type LeafFields, type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { SlotProof } from '../verify/slotProof.ts'
import type { CredentialKey } from './credentialKey.ts'
import type { ExportStore, FinalCredential } from './exportStore.ts'
import { type ExportFormatId, exportFormats } from './index.ts'

export type ExportDeps = {
  credentials: ExportStore
  nodes: NodeStore
  hasher: Hasher
  key: CredentialKey
  /** The word of an issuer outside of the platform for our DID, by the key that its quest names; null for one that gave none. */
  voucherOf?(key: GrumpkinPoint): Promise<SchnorrSignature | null>
  slot(): Promise<{ chainId: number; rollup: Hex }>
  /** Milliseconds. */
  now(): number
}

/** The portable document of a credential by its leaf, proven at the newest final batch; null while it is in no final batch. */
export async function exportCredential(
  deps: ExportDeps,
  input: { index: number; format?: ExportFormatId },
): Promise<Record<string, unknown> | null> {
  const [credential, batch] = await Promise.all([deps.credentials.finalCredential(input.index), deps.credentials.finalBatch()])
  if (credential === null || batch === null) return null
  const { title, summary, points, category } = credential.quest
  const proof = await proveAt(deps, credential, batch)
  const { issuerKeyX: x, issuerKeyY: y } = proof.quest.leaf
  const voucher = (await deps.voucherOf?.({ x, y })) ?? deps.key.voucher
  const exported = {
    wallet: credential.wallet,
    quest: { title: title.en, summary: summary.en, points, category },
    space: credential.space,
    proof,
  }
  return exportFormats[input.format ?? 'vc-2.0'].build(exported, { ...deps.key, voucher }, Math.floor(deps.now() / 1000))
}

async function proveAt(deps: ExportDeps, of: FinalCredential, batch: number): Promise<Omit<SlotProof, 'issuer'>> {
  const path = (tree: 'credentials' | 'accounts' | 'quests', index: number) =>
    pathAt({ store: deps.nodes, hasher: deps.hasher }, tree, { index, batch }).then((proof) => proof.path)
  const keys = [
    { tree: treeIds.state, index: 0 },
    { tree: treeIds.accounts, index: of.account },
    { tree: treeIds.quests, index: of.quest.index },
    { tree: treeIds.credentials, index: of.index },
  ]
  const [slot, leaves, credentialPath, accountPath, questPath] = await Promise.all([
    deps.slot(),
    deps.nodes.leaves(keys, batch),
    path('credentials', of.index),
    path('accounts', of.account),
    path('quests', of.quest.index),
  ])
  const [state, account, quest, credential] = leaves.map(stored)
  // As the slot has it now: a claimed reward sets a flag of the leaf.
  const leaf = toCredentialLeaf(credential ?? {})
  const digests = of.digests.map(BigInt)
  return {
    format: 'cairn-slot-proof-1',
    chainId: slot.chainId,
    rollup: slot.rollup.toLowerCase() as Hex,
    batch,
    state: toStateHeader(state ?? {}),
    credential: { index: of.index, leaf, path: credentialPath },
    account: { leaf: toAccountLeaf(account ?? {}), path: accountPath },
    quest: { leaf: toQuestLeaf(quest ?? {}), path: questPath },
    evidence: {
      digest: digests[of.evidencePosition] ?? 0n,
      position: of.evidencePosition,
      path: evidencePath(deps.hasher, digests, of.evidencePosition),
    },
  }
}

function stored(fields: LeafFields | undefined): LeafFields {
  if (fields) return fields
  throw new CairnError('rollup.not-found', 'The slot has no record of a leaf that the credential needs.')
}
