import { openL2Reader } from '#server/credentials/verify/l2Client.ts'
import { type Verification, verifyCredential } from '#server/credentials/verify.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** Verifies a credential document in this browser: the file and L2, nothing of ours. */
export async function verifyHere(document: unknown, l2: { url: string; rollup: string }): Promise<Verification> {
  const reader = await openL2Reader(l2.url, l2.rollup.toLowerCase() as Hex)
  return verifyCredential({ hasher, reader, now: Math.floor(Date.now() / 1000) }, document)
}
