import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromHex, type Hex, toHex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/**
 * The draw of a raffle, of public inputs alone once the seed is opened: everyone computes the same.
 *
 *     commitment = sha256(seed)
 *     ticket     = sha256("cairn.draw.ticket.1" ‖ seed ‖ blockHash ‖ quest ‖ credential)
 *
 * The tag is 19 bytes of ASCII; `seed` and `blockHash` are 32 bytes; `quest` and `credential` are the quest's and the CUBE's index in the slot, four
 * bytes each, big-endian: 91 bytes in all. The lowest tickets win, compared as 256-bit big-endian numbers.
 */
export const ticketTag = 'cairn.draw.ticket.1'

/** `seed` and `blockHash`: 32 bytes, hex. `quest`: the quest's index in the slot. */
export type DrawInputs = { seed: Hex; blockHash: Hex; quest: number }

/** A CUBE by its index in the slot, and its ticket: 32 bytes, hex. */
export type Ticket = { credential: number; ticket: Hex }

const largestIndex = 2 ** 32 - 1

/** What a seed (32 bytes, hex) is published as before the draw. Throws `input.invalid`. */
export const commitmentOf = (seed: Hex): Hex => toHex(sha256(bytes32(seed, 'seed')))

/** Makes the tickets of one draw. Throws `input.invalid` for a seed, hash or index that is none. */
export function ticketer({ seed, blockHash, quest }: DrawInputs): (credential: number) => Hex {
  const start = concatBytes(utf8ToBytes(ticketTag), bytes32(seed, 'seed'), bytes32(blockHash, 'blockHash'), bytes4(quest, 'quest'))
  return (credential) => toHex(sha256(concatBytes(start, bytes4(credential, 'credential'))))
}

/** The winners, best ticket first: `count` of them, or all entrants where they are fewer. `entrants`: indices of CUBEs, each once, in any order. */
export function drawWinners(inputs: DrawInputs, entrants: readonly number[], count: number): Ticket[] {
  const ticketOf = ticketer(inputs)
  return entrants
    .map((credential) => ({ credential, ticket: ticketOf(credential) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, count)
}

function bytes32(text: Hex, field: string): Uint8Array {
  const bytes = fromHex(text)
  if (bytes?.length === 32) return bytes
  throw invalid(field, text.slice(0, 80), '32 bytes, hex')
}

function bytes4(index: number, field: string): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index > largestIndex) throw invalid(field, index, `0 to ${largestIndex}`)
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, index)
  return bytes
}

const invalid = (field: string, found: unknown, expected: string) =>
  new CairnError('input.invalid', `The draw cannot be computed: ${field} does not hold.`, { meta: { field, found, expected } })
