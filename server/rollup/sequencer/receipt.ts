import { keccak_256 } from '@noble/hashes/sha3.js'
import secp256k1 from 'secp256k1'
import { domainSeparator, encodeAbiParameters, keccak256, stringToBytes } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import type { SlotDomain } from '#server/rollup/state/draft.ts'
import { fromHex, type Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** The slot's word that a tx is durable: EIP-712, by the receipt key. `acceptedAt`: unix seconds. */
export type SoftConfirmation = { chainId: number; rollup: Hex; txHash: Hex; acceptedAt: number }
export type SignedReceipt = SoftConfirmation & { signer: Hex; signature: Hex }

export const softConfirmationTypes = {
  SoftConfirmation: [
    { name: 'chainId', type: 'uint256' },
    { name: 'rollup', type: 'address' },
    { name: 'txHash', type: 'bytes32' },
    { name: 'acceptedAt', type: 'uint64' },
  ],
} as const

const domainOf = ({ chainId, rollup }: SlotDomain) => ({ name: 'Cairn', version: '1', chainId, verifyingContract: rollup }) as const

/** The typed data that a receipt signs: what a wallet or `verifyTypedData` checks. */
export function softConfirmation({ chainId, rollup, txHash, acceptedAt }: SoftConfirmation) {
  return {
    domain: domainOf({ chainId, rollup }),
    types: softConfirmationTypes,
    primaryType: 'SoftConfirmation',
    message: { chainId: BigInt(chainId), rollup, txHash, acceptedAt: BigInt(acceptedAt) },
  } as const
}

/**
 * Signs receipts of one slot. The same tx gets the same receipt, however often it is asked for: ECDSA nonces follow RFC 6979.
 * Thousands a second are signed: what all receipts of a slot share is hashed once, and the curve is native code.
 */
export function createReceiptSigner(privateKey: Hex, slot: SlotDomain) {
  const key = fromHex(privateKey)
  if (key === null) throw new CairnError('config.invalid', 'The receipt key is not hex.', { meta: { field: 'CAIRN_RECEIPT_KEY' } })
  const address = privateKeyToAddress(privateKey)
  const typeText = `SoftConfirmation(${softConfirmationTypes.SoftConfirmation.map(({ type, name }) => `${type} ${name}`).join(',')})`
  const shared = encodeAbiParameters(
    [{ type: 'bytes32' }, { type: 'uint256' }, { type: 'address' }],
    [keccak256(stringToBytes(typeText)), BigInt(slot.chainId), slot.rollup],
  )
  /** Hash of the type, chain, rollup; then what differs: tx hash and time. */
  const struct = Buffer.alloc(5 * 32)
  struct.write(shared.slice(2), 'hex')
  /** 0x1901, the domain; then the hash of the struct. */
  const digest = Buffer.alloc(2 + 2 * 32)
  digest.write(`1901${domainSeparator({ domain: domainOf(slot) }).slice(2)}`, 'hex')
  return (txHash: Hex, acceptedAt: Date): SignedReceipt => {
    const confirmation = { chainId: slot.chainId, rollup: slot.rollup, txHash, acceptedAt: Math.floor(acceptedAt.getTime() / 1000) }
    struct.write(txHash.slice(2), 96, 'hex')
    struct.writeBigUInt64BE(BigInt(confirmation.acceptedAt), 152)
    digest.set(keccak_256(struct), 34)
    const { signature, recid } = secp256k1.ecdsaSign(keccak_256(digest), key)
    return { ...confirmation, signer: address, signature: `0x${Buffer.from(signature).toString('hex')}${recid === 0 ? '1b' : '1c'}` }
  }
}
export type ReceiptSigner = ReturnType<typeof createReceiptSigner>
