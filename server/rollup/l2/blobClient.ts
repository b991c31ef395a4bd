import { fromHex, type Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** Gives the bytes of a blob that a block carries, unverified; null when nobody has it any more. Throws `chain.unreachable` when asking failed. */
export type BlobSource = (blob: { blockNumber: bigint; versionedHash: Hex }) => Promise<Uint8Array | null>

type Answer = { data?: unknown }

/**
 * Blobs by the beacon API of the chain's consensus node (`GET /eth/v1/beacon/blobs/{block}`). The block is named by its number, as the local
 * node does; a public chain's consensus node counts slots, which its operator's gateway has to translate. Nodes keep blobs for weeks only.
 */
export function beaconBlobs(url: string): BlobSource {
  return async ({ blockNumber, versionedHash }) => {
    const asked = `${url.replace(/\/$/, '')}/eth/v1/beacon/blobs/${blockNumber}?versioned_hashes=${versionedHash}`
    const response = await fetch(asked, { signal: AbortSignal.timeout(20_000) }).catch((cause: unknown) => {
      throw unavailable(asked, 'no answer', cause)
    })
    if (response.status === 404) return null
    if (!response.ok) throw unavailable(asked, response.status)
    const { data } = (await response.json()) as Answer
    const [text] = Array.isArray(data) ? data : []
    return typeof text === 'string' ? fromHex(text) : null
  }
}

function unavailable(asked: string, found: string | number, cause?: unknown): CairnError {
  return new CairnError('chain.unreachable', 'The chain did not hand out a blob.', {
    meta: { field: 'blob', found, expected: asked },
    cause,
  })
}
