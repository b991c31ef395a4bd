import { eq } from 'drizzle-orm'
import { type ContractFunctionArgs, createWalletClient, encodeFunctionData, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { Database } from '#drizzle/client.ts'
import { rollupWallets } from '#drizzle/schema/rollup.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { LedgerMempool } from '#server/rollup/sequencer/ledgerMempool.ts'
import { createReceiptSigner } from '#server/rollup/sequencer/receipt.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys } from './anvil.ts'
import type { startLocalSlot } from './localSlot.ts'

type LocalSlot = Awaited<ReturnType<typeof startLocalSlot>>
type InboxCall = 'deposit' | 'forcedWithdraw' | 'setKey'
type Unsigned<T> = T extends { account: number; nonce: number } ? Omit<T, 'account' | 'nonce'> : never

const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const
const secret = 424_242n

/** A member with a slot account, a key and coins in it, all of it by L2 as a wallet does it. */
export async function openMoney(db: Database, slot: LocalSlot, { coins }: { coins: bigint }) {
  const signer = privateKeyToAccount(anvilKeys[3])
  const wallet = `eip155:${signer.address.toLowerCase()}`
  const walletClient = createWalletClient({ account: signer, chain: slot.client.chain, transport: http(slot.anvil.url) })
  const call = async <F extends InboxCall>(functionName: F, args: ContractFunctionArgs<typeof inboxAbi, 'payable', F>, value: bigint) => {
    const data = encodeFunctionData({ abi: inboxAbi, functionName, args } as never)
    const hash = await walletClient.sendTransaction({ to: slot.slot.inbox, data, value })
    const receipt = await slot.client.waitForTransactionReceipt({ hash, pollingInterval: 50 })
    if (receipt.status !== 'success') throw new Error(`${functionName} reverted`)
  }
  await submitTx(db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  await slot.run()
  const [row] = await db.select().from(rollupWallets).where(eq(rollupWallets.wallet, wallet))
  const account = row?.account ?? -1
  const key = derivePublicKey(secret)
  await call('setKey', [{ account, keyX: key.x, keyY: key.y, identity: 7n, linkedWallet: 0n }, noApproval], 0n)
  await call('deposit', [account, 0n], coins)
  await slot.run()
  const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
  const mempool = new LedgerMempool({
    ...{ db, domain: slot.domain, clock: systemClock, hasher: fastHasher, store: createNodeStore(db) },
    receipt: createReceiptSigner(anvilKeys[3], slot.domain),
  })
  let nonce = 0
  /** Signed, without using up the nonce; also by another key than the account's. */
  const peek = (tx: Unsigned<LedgerTx>, by = secret) =>
    encodeLedgerTx(signLedgerTx(fastHasher, { ...tx, account, nonce } as LedgerTx, { domain, secret: by }))
  const words = (tx: Unsigned<LedgerTx>) => {
    const signed = peek(tx)
    nonce++
    return signed
  }
  return {
    account,
    address: signer.address,
    key: anvilKeys[3],
    call,
    words,
    peek,
    send: (tx: Unsigned<LedgerTx>) => mempool.submit(words(tx)),
  }
}

export type SlotMember = Awaited<ReturnType<typeof openMoney>>
