import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import type { Offchain, RuleContext } from './context.ts'
import type { EvidenceItem } from './query.ts'
import type { Rule } from './rule.ts'
import type { Status } from './verdict.ts'

/** One fact that a verdict rests on, decoded: which log, call or transfer, in which block. Integers as decimal strings. */
export type Fact = {
  chain: string
  blockNumber: string
  blockHash: string
  txHash?: string
  logIndex?: number
  call?: string
  wallet: string
  decoded: Record<string, unknown>
}

/** What one leaf read and what it found in it. `path` names the leaf within the rule. */
export type LeafEvidence = { path: string; items: EvidenceItem[]; facts: Fact[] }

/**
 * Everything that a verdict rests on, enough to judge again: canonical JSON (RFC 8785) whose digest the credential binds.
 * The rule is bound by its digest, not repeated: a quiz rule holds answers.
 */
export type Bundle = {
  format: 'cairn-evidence-1'
  rule: Hex
  context: RuleContext
  offchain?: Offchain
  leaves: LeafEvidence[]
  status: Status
}

const digests = new WeakMap<Rule, Hex>()

/** sha256 of the rule's canonical JSON, upper 248 bits. Rules never change once they are read, and many members are judged by one. */
export function ruleDigest(rule: Rule): Hex {
  const known = digests.get(rule) ?? canonicalDigest(rule)
  digests.set(rule, known)
  return known
}

/** sha256 of the canonical JSON, upper 248 bits. */
export const bundleDigest = (bundle: Bundle): Hex => canonicalDigest(bundle)
