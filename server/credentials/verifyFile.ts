import { readFile } from 'node:fs/promises'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { parseDocument } from './verify/document.ts'
import { openL2Reader } from './verify/l2Client.ts'
import { type Verification, verifyCredential } from './verify.ts'

const MAX_BYTES = 1_000_000

export type VerifyFileOptions = {
  path: string
  /** JSON-RPC endpoint of the L2. */
  rpcUrl: string
  /** The slot that is trusted. Without it the document's own is taken: then the caller must look at `credential.rollup` in the answer. */
  rollup?: Hex | undefined
  /** Unix seconds. */
  now: number
}

/** Verifies an exported credential from its file and L2. Throws `credential.invalid` or `chain.unreachable`. */
export async function verifyFile({ path, rpcUrl, rollup, now }: VerifyFileOptions): Promise<Verification> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new CairnError('credential.invalid', 'The file cannot be read.', { meta: { field: 'path', found: path }, cause })
  })
  if (bytes.length > MAX_BYTES) {
    throw new CairnError('credential.invalid', 'The file is too large for a credential.', {
      meta: { field: 'path', found: bytes.length, expected: MAX_BYTES },
    })
  }
  const json = parse(bytes)
  const reader = await openL2Reader(rpcUrl, rollup ?? parseDocument(json).slotProof.rollup)
  return verifyCredential({ hasher: fastHasher, reader, now }, json)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new CairnError('credential.invalid', 'The file is not JSON.', { meta: { field: 'document', expected: 'JSON in UTF-8' }, cause })
  }
}
