import {
  type Address,
  type AddressesByLookupTableAddress,
  appendTransactionMessageInstructions,
  compressTransactionMessageUsingAddressLookupTables,
  createSolanaRpc,
  createTransactionMessage,
  generateKeyPairSigner,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  type Instruction,
  type KeyPairSigner,
  lamports,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from '@solana/kit'
import { getCreateAccountInstruction, getTransferSolInstruction } from '@solana-program/system'
import {
  findAssociatedTokenPda,
  getCreateAssociatedTokenIdempotentInstructionAsync,
  getInitializeMint2Instruction,
  getMintToInstruction,
  TOKEN_PROGRAM_ADDRESS,
} from '@solana-program/token'
import { createReaders } from '#chains/adapters/index.ts'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import type { SolanaReader } from '#chains/reader.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { startSolana } from '#tests/support/solana.ts'
import { feeMintSpace, initializeTransferFee, programIds } from '#tests/support/solanaInstructions.ts'

export const sol = 1_000_000_000n

export type Sending = { tables?: AddressesByLookupTableAddress; legacy?: boolean; mayFail?: boolean }

/** A Solana test validator with members who act on it, and an evidence client that reads it. */
export async function startSolanaWorld() {
  const node = await startSolana()
  const rpc = createSolanaRpc(node.url)
  const readers = createReaders(solanaLocal, { urls: { [solanaLocal.id]: node.url } })
  const [reader] = readers
  if (reader?.vm !== 'solana') throw new Error('no reader')
  const evidence = createEvidenceClient({ access: () => ({ readers, quorum: 1 }) })
  const pause = () => new Promise((resolve) => setTimeout(resolve, 25))

  async function confirmed(signature: Parameters<typeof rpc.getSignatureStatuses>[0][number]) {
    for (let tries = 0; tries < 400; tries++) {
      const [status] = (await rpc.getSignatureStatuses([signature]).send()).value
      if (status?.confirmationStatus === 'confirmed' || status?.confirmationStatus === 'finalized') return
      await pause()
    }
    throw new Error(`not confirmed: ${signature}`)
  }

  /** Sends instructions that the first signer pays for; the others sign through the instructions' accounts. */
  async function send(payer: KeyPairSigner, instructions: Instruction[], { tables = {}, legacy = false, mayFail = false }: Sending = {}) {
    const { value: blockhash } = await rpc.getLatestBlockhash().send()
    const plain = pipe(
      createTransactionMessage({ version: 'legacy' }),
      (draft) => setTransactionMessageFeePayerSigner(payer, draft),
      (draft) => setTransactionMessageLifetimeUsingBlockhash(blockhash, draft),
      (draft) => appendTransactionMessageInstructions(instructions, draft),
    )
    const versioned = pipe(
      compressTransactionMessageUsingAddressLookupTables(
        appendTransactionMessageInstructions(instructions, createTransactionMessage({ version: 0 })),
        tables,
      ),
      (draft) => setTransactionMessageFeePayerSigner(payer, draft),
      (draft) => setTransactionMessageLifetimeUsingBlockhash(blockhash, draft),
    )
    const transaction = await signTransactionMessageWithSigners(legacy ? plain : versioned)
    await rpc.sendTransaction(getBase64EncodedWireTransaction(transaction), { encoding: 'base64', skipPreflight: mayFail }).send()
    const signature = getSignatureFromTransaction(transaction)
    await confirmed(signature)
    return signature
  }

  async function member(): Promise<KeyPairSigner> {
    const signer = await generateKeyPairSigner()
    await confirmed(await rpc.requestAirdrop(signer.address, lamports(20n * sol)).send())
    return signer
  }

  /** Waits until the slot that is newest now is final. */
  async function settle() {
    const newest = await rpc.getSlot({ commitment: 'confirmed' }).send()
    while ((await rpc.getSlot({ commitment: 'finalized' }).send()) < newest) await pause()
  }

  async function createAccount(payer: KeyPairSigner, space: bigint, { owner, extra = 0n }: { owner: Address; extra?: bigint }) {
    const account = await generateKeyPairSigner()
    const rent = await rpc.getMinimumBalanceForRentExemption(space).send()
    const input = { payer, newAccount: account, lamports: lamports(rent + extra), space, programAddress: owner }
    return { account, instruction: getCreateAccountInstruction(input) }
  }

  /** A mint, of 6 decimals unless said otherwise; with a transfer fee it is one of Token-2022. Its issuer mints and, if asked for, freezes. */
  async function createMint(
    issuer: KeyPairSigner,
    options: { program?: Address; decimals?: number; fee?: { basisPoints: number; most: bigint } } = {},
  ) {
    const { decimals = 6 } = options
    const program = options.fee ? programIds.token2022 : (options.program ?? TOKEN_PROGRAM_ADDRESS)
    const { account: mint, instruction } = await createAccount(issuer, options.fee ? feeMintSpace : 82n, { owner: program })
    const signature = await send(issuer, [
      instruction,
      ...(options.fee ? [initializeTransferFee(mint.address, options.fee)] : []),
      getInitializeMint2Instruction(
        { mint: mint.address, decimals, mintAuthority: issuer.address, freezeAuthority: issuer.address },
        { programAddress: program },
      ),
    ])
    const accountOf = async (owner: Address) => (await findAssociatedTokenPda({ mint: mint.address, owner, tokenProgram: program }))[0]
    const open = (owner: Address, payer = issuer) =>
      getCreateAssociatedTokenIdempotentInstructionAsync({ payer, owner, mint: mint.address, tokenProgram: program })
    const give = async (owner: Address, amount: bigint) =>
      send(issuer, [
        await open(owner),
        getMintToInstruction(
          { mint: mint.address, token: await accountOf(owner), mintAuthority: issuer, amount },
          { programAddress: program },
        ),
      ])
    return { address: mint.address, program, decimals, signature, accountOf, open, give }
  }

  /** Verifies one leaf for these wallets; what it rests on gives the same verdict again. */
  async function judge(
    leaf: { kind: string; params: object; window?: object; finality?: string },
    wallets: readonly Address[],
    hashes?: string[],
  ) {
    const rule = parseRule({ chain: solanaLocal.id, ...leaf })
    const context = {
      accountId: 'a',
      wallets: wallets.map((wallet) => `solana:${wallet}`),
      questStart: '2020-01-01T00:00:00Z',
      joinedAt: '2020-01-01T00:00:00Z',
      version: 1,
      ...(hashes ? { hashes } : {}),
    }
    const verified = await verifyRule({ evidence }, rule, { context })
    const again = replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))
    if (JSON.stringify(again) !== JSON.stringify(verified)) throw new Error('the replayed bundle says something else')
    const { status, seen, next } = { ...verified.verdict.trace, status: verified.verdict.status }
    return { status, said: seen.map(({ text }) => text.en), next: next?.en, verified }
  }

  const pay = (from: KeyPairSigner, to: Address, amount: bigint) =>
    getTransferSolInstruction({ source: from, destination: to, amount: lamports(amount) })

  return {
    node,
    rpc,
    reader: reader satisfies SolanaReader,
    evidence,
    send,
    member,
    settle,
    createAccount,
    createMint,
    judge,
    pay,
    stop: node.stop,
  }
}

export type SolanaWorld = Awaited<ReturnType<typeof startSolanaWorld>>
