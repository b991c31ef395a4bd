import { domainOf } from '#server/rollup/protocol/batch.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { encodeLedgerTx, ledgerMessage, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { callSlot, SlotRefusal } from './slotRpc.ts'

/** What a member tells the slot. Amounts in the token's smallest unit; `recipient` is an L2 address. */
export type MoneyTx =
  | { kind: 'transfer'; to: number; token: number; amount: bigint }
  | { kind: 'withdraw'; token: number; amount: bigint; recipient: bigint }
  | { kind: 'claimReward'; credential: number }

export type Signer = { chainId: number; rollup: Hex; account: number; secret: bigint }

/** Another tab may take the same nonce at the same moment: then the tx is signed anew with the next one. */
const attempts = 4
const taken = new Set(['nonce.low', 'nonce.taken', 'nonce.gap'])

/** Signs a tx with the spend key and hands it to the slot; answers its hash. Throws `SlotRefusal`. */
export async function sendLedgerTx(tx: MoneyTx, { chainId, rollup, account, secret }: Signer): Promise<Hex> {
  const domain = domainOf(chainId, rollup)
  for (let attempt = 1; ; attempt++) {
    const nonce = Number(await callSlot('cairn_getNonce', [account]))
    const words = encodeLedgerTx(signLedgerTx(hasher, { ...tx, account, nonce, fee: 0n }, { domain, secret }))
    try {
      const receipt = (await callSlot('cairn_sendTransaction', [words.map(toHex32)])) as { txHash: Hex }
      if (receipt.txHash !== toHex32(ledgerMessage(hasher, domain, words))) throw new Error('The slot acknowledged another tx.')
      return receipt.txHash
    } catch (error) {
      if (attempt === attempts || !(error instanceof SlotRefusal) || !taken.has(error.reason)) throw error
    }
  }
}
