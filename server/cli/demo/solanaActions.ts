import {
  type Address,
  appendTransactionMessageInstructions,
  createSolanaRpc,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  type KeyPairSigner,
  lamports,
  pipe,
  type Signature,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from '@solana/kit'
import { getTransferSolInstruction } from '@solana-program/system'
import { systemClock } from '#server/shared/clock.ts'
import type { Action } from './evmActions.ts'
import { type Patience, persist, Refusal } from './patience.ts'

const ENOUGH = 1_000_000_000n

export type SolanaTransfer = {
  readonly from: KeyPairSigner
  readonly to: Address
  readonly lamports: bigint
  /** Asks the site for test coins. */
  readonly fund: () => Promise<void>
}

/**
 * Sends SOL. The test validator's ledger ends with its process: what it forgot is done again, so the transfer is looked for each time.
 */
export function solanaTransfer(rpcUrl: string, transfer: SolanaTransfer, patience: Patience): Action {
  const rpc = createSolanaRpc(rpcUrl)
  let sent: Signature | undefined
  const ensure = async () => {
    if (sent !== undefined && (await isConfirmed(rpc, sent))) return
    const { value: balance } = await rpc.getBalance(transfer.from.address).send()
    if (balance < ENOUGH + transfer.lamports) {
      await transfer.fund()
      throw new Error('waiting for test coins')
    }
    const transaction = await signTransfer(rpc, transfer)
    sent = getSignatureFromTransaction(transaction)
    await rpc.sendTransaction(getBase64EncodedWireTransaction(transaction), { encoding: 'base64' }).send()
    for (let i = 0; i < 20 && !(await isConfirmed(rpc, sent)); i++) await systemClock.sleep(150)
    if (!(await isConfirmed(rpc, sent))) throw new Error('sent, not confirmed yet')
  }
  return { name: 'send SOL', ensure: () => persist(patience, 'send SOL', ensure) }
}

type Rpc = ReturnType<typeof createSolanaRpc>

async function signTransfer(rpc: Rpc, { from, to, lamports: amount }: SolanaTransfer) {
  const { value: lifetime } = await rpc.getLatestBlockhash().send()
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (m) => setTransactionMessageFeePayerSigner(from, m),
    (m) => setTransactionMessageLifetimeUsingBlockhash(lifetime, m),
    (m) =>
      appendTransactionMessageInstructions([getTransferSolInstruction({ source: from, destination: to, amount: lamports(amount) })], m),
  )
  return signTransactionMessageWithSigners(message)
}

async function isConfirmed(rpc: Rpc, signature: Signature): Promise<boolean> {
  const { value } = await rpc.getSignatureStatuses([signature]).send()
  const status = value[0]
  if (status?.err) throw new Refusal('failed', `Solana transaction ${signature} failed`)
  return status?.confirmationStatus === 'confirmed' || status?.confirmationStatus === 'finalized'
}
