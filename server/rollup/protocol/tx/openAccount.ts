import { keccak_256 } from '@noble/hashes/sha3.js'
import { base58 } from '@scure/base'
import * as z from 'zod'
import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { openedAccount } from '#server/rollup/protocol/leaves.ts'
import { toBigInt } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { fieldElement } from './schemas.ts'

/** openAccount: one word that names exactly one wallet, `value + kind * 2^248`. Nobody signs; a duplicate is harmless. */
export const openAccountTx = z.strictObject({ wallet: fieldElement })
export type OpenAccountTx = z.output<typeof openAccountTx>

const KIND_SHIFT = BigInt(bits.digest)
const VALUE_MASK = (1n << KIND_SHIFT) - 1n

/** Upper 248 bits of keccak256 of an ed25519 public key: how a Solana wallet enters a leaf. */
export const solanaDigest = (publicKey: Uint8Array): bigint => toBigInt(keccak_256(publicKey)) >> 8n

/** The word of a wallet id (`eip155:0x…` or `solana:<base58>`). Throws `rollup.malformed` for anything else and for the zero address. */
export function walletWord(walletId: string): bigint {
  const evm = /^eip155:(0x[0-9a-fA-F]{40})$/.exec(walletId)?.[1]
  if (evm !== undefined && BigInt(evm) !== 0n) return BigInt(evm)
  const solana = /^solana:([1-9A-HJ-NP-Za-km-z]{32,44})$/.exec(walletId)?.[1]
  const publicKey = solana === undefined ? undefined : base58.decode(solana)
  if (publicKey?.length === 32) return solanaDigest(publicKey) + (1n << KIND_SHIFT)
  throw new CairnError('rollup.malformed', 'The wallet id is not valid.', {
    meta: { field: 'wallet', found: walletId, expected: 'eip155:0x… or solana:<base58>' },
  })
}

/** The leaf that a wallet word opens; null when the rules refuse the word: value 0, an EVM value of more than 160 bits, another kind. */
export function accountOf(word: bigint): AccountLeaf | null {
  const kind = word >> KIND_SHIFT
  const value = word & VALUE_MASK
  if (value === 0n) return null
  if (kind === 1n) return openedAccount({ solanaDigest: value })
  if (kind === 0n && value < 1n << 160n) return openedAccount({ evm: value })
  return null
}
