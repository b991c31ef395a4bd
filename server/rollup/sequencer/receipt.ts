import type { LocalAccount } from 'viem'
import type { SlotDomain } from '#server/rollup/state/draft.ts'
import type { Hex } from '#server/shared/bytes.ts'

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

/** The typed data that a receipt signs: what a wallet or `verifyTypedData` checks. */
export function softConfirmation({ chainId, rollup, txHash, acceptedAt }: SoftConfirmation) {
  return {
    domain: { name: 'Cairn', version: '1', chainId, verifyingContract: rollup },
    types: softConfirmationTypes,
    primaryType: 'SoftConfirmation',
    message: { chainId: BigInt(chainId), rollup, txHash, acceptedAt: BigInt(acceptedAt) },
  } as const
}

/** Signs receipts of one slot. The same tx gets the same receipt, however often it is asked for: ECDSA nonces follow RFC 6979. */
export function createReceiptSigner(account: LocalAccount, { chainId, rollup }: SlotDomain) {
  return async (txHash: Hex, acceptedAt: Date): Promise<SignedReceipt> => {
    const confirmation = { chainId, rollup, txHash, acceptedAt: Math.floor(acceptedAt.getTime() / 1000) }
    const signature = await account.signTypedData(softConfirmation(confirmation))
    return { ...confirmation, signer: account.address, signature }
  }
}
export type ReceiptSigner = ReturnType<typeof createReceiptSigner>
