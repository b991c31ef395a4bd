import {
  type Address,
  address,
  appendTransactionMessageInstructions,
  createSolanaRpc,
  createTransactionMessage,
  generateKeyPairSigner,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  type Instruction,
  lamports,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from '@solana/kit'
import { getTransferSolInstruction } from '@solana-program/system'

/** A funded wallet on a test validator that sends and waits until what it sent is confirmed. */
export async function solanaPayer(url: string) {
  const rpc = createSolanaRpc(url)
  const signer = await generateKeyPairSigner()
  const pause = () => new Promise((resolve) => setTimeout(resolve, 25))
  const confirmed = async (signature: Parameters<typeof rpc.getSignatureStatuses>[0][number]) => {
    for (let tries = 0; tries < 400; tries++) {
      const [status] = (await rpc.getSignatureStatuses([signature]).send()).value
      if (status?.confirmationStatus === 'confirmed' || status?.confirmationStatus === 'finalized') return
      await pause()
    }
    throw new Error(`not confirmed: ${signature}`)
  }
  await confirmed(await rpc.requestAirdrop(signer.address, lamports(20_000_000_000n)).send())
  const send = async (instructions: Instruction[]) => {
    const { value: blockhash } = await rpc.getLatestBlockhash().send()
    const message = pipe(
      createTransactionMessage({ version: 0 }),
      (draft) => setTransactionMessageFeePayerSigner(signer, draft),
      (draft) => setTransactionMessageLifetimeUsingBlockhash(blockhash, draft),
      (draft) => appendTransactionMessageInstructions(instructions, draft),
    )
    const transaction = await signTransactionMessageWithSigners(message)
    await rpc.sendTransaction(getBase64EncodedWireTransaction(transaction), { encoding: 'base64' }).send()
    const signature = getSignatureFromTransaction(transaction)
    await confirmed(signature)
    return signature
  }
  const transfer = (to: string, amount: bigint) =>
    getTransferSolInstruction({ source: signer, destination: address(to), amount: lamports(amount) })
  /** Waits until the slot that is newest now is final. */
  const settle = async () => {
    const newest = await rpc.getSlot({ commitment: 'confirmed' }).send()
    while ((await rpc.getSlot({ commitment: 'finalized' }).send()) < newest) await pause()
  }
  return {
    address: signer.address as Address,
    signer,
    rpc,
    send,
    settle,
    transfer,
    sendSol: (to: string, amount: bigint) => send([transfer(to, amount)]),
  }
}
