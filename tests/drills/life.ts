import { randomUUID } from 'node:crypto'
import { type ContractFunctionArgs, createWalletClient, encodeFunctionData, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { inboxItems, rollupBatches, rollupTxs, watcherBatches, withdrawals } from '#drizzle/schema/rollup.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, type LedgerTx, type SignedLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { SignedReceipt } from '#server/rollup/sequencer/receipt.ts'
import { type SubmittedTx, submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { callRpc } from '#tests/support/slotProcesses.ts'
import type { DrillSlot } from './slot.ts'

type Unsigned<T> = T extends { account: number; nonce: number } ? Omit<T, 'account' | 'nonce' | 'fee'> : never

const secret = 31_337n
const nobody = 40_000_000
const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const
const call = <F extends 'deposit' | 'forcedWithdraw' | 'setKey'>(
  functionName: F,
  args: ContractFunctionArgs<typeof inboxAbi, 'payable', F>,
) => ({
  data: encodeFunctionData({ abi: inboxAbi, functionName, args } as never),
})
const addressOf = (number: number) => `0x${number.toString(16).padStart(40, '0')}` as const
const digest = () => `0x${randomUUID().replaceAll('-', '').padEnd(62, '0')}` as const

/** What the slot was told and has acknowledged: none of it may be lost. */
export type Acknowledged = {
  receipts: SignedReceipt[]
  /** Keys of txs whose rows were durable when we were told. */
  keys: string[]
  /** What each of these L2 addresses has to be paid, once. */
  paid: Map<`0x${string}`, bigint>
  /** Items that L2 took into its inbox. */
  items: number
}

export type Life = Awaited<ReturnType<typeof openLife>>

/** Asks again until there is an answer, through every error: what is asked dies and comes back in a drill. */
export async function patiently<T>(
  what: string,
  ask: () => Promise<T | null | false>,
  { withinMs = 600_000, everyMs = 100 } = {},
): Promise<T> {
  const deadline = systemClock.now() + withinMs
  let failure: unknown
  while (systemClock.now() < deadline) {
    try {
      const answer = await ask()
      if (answer !== null && answer !== false) return answer
      failure = undefined
    } catch (error) {
      failure = error
    }
    await systemClock.sleep(everyMs)
  }
  throw new Error(`waited ${withinMs / 1000} s for this: ${what}`, { cause: failure })
}

/** A member with money and all the slot is used for: what a drill keeps it busy with. */
export async function openLife(slot: DrillSlot) {
  const said: Acknowledged = { receipts: [], keys: [], paid: new Map(), items: 0 }
  const signer = privateKeyToAccount(anvilKeys[3])
  const wallet = createWalletClient({ account: signer, chain: slot.chain, transport: http(slot.anvil.url) })
  const rpc = <T>(method: string, ...params: unknown[]) => patiently(method, () => callRpc<T>(slot.rpcUrl, method, ...params))
  const submit = async (tx: SubmittedTx) => {
    await patiently(`the database takes ${tx.key}`, () => submitTx(slot.db, tx))
    said.keys.push(tx.key)
  }
  /** Calls of the inbox by the member's wallet, all in one go, so that one batch can take them. */
  const inbox = async (...calls: { data: `0x${string}`; value?: bigint }[]) => {
    const first = await slot.client.getTransactionCount({ address: signer.address, blockTag: 'pending' })
    const sent = calls.map(({ data, value = 0n }, i) =>
      patiently('L2 takes a call', () => wallet.sendTransaction({ to: slot.slot.inbox, data, value, nonce: first + i, gas: 400_000n })),
    )
    for (const hash of await Promise.all(sent)) {
      const { status } = await patiently('the call is mined', () => slot.client.waitForTransactionReceipt({ hash }))
      if (status !== 'success') throw new Error(`the inbox refused ${hash}`)
      said.items++
    }
  }
  const member = `eip155:${signer.address.toLowerCase()}`
  const friend = `eip155:${addressOf(0xf1)}`
  for (const opened of [member, friend]) await submit({ key: `open:${opened}`, kind: 'openAccount', payload: { wallet: opened } })
  const { index: account } = await rpc<{ index: number }>('cairn_getAccount', member)
  const { index: to } = await rpc<{ index: number }>('cairn_getAccount', friend)
  const { x, y } = derivePublicKey(secret)
  // An account's place may still change until its batch is on L2: money goes there afterwards.
  await settled(slot, said)
  const key = { account, keyX: x, keyY: y, identity: 7n, linkedWallet: 0n }
  await inbox(call('setKey', [key, noApproval]), { ...call('deposit', [account, 0n]), value: parseEther('1') })
  await settled(slot, said)

  const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
  let nonce = 0
  let turns = 0
  let people = 0x1000
  const ledger = async (...txs: Unsigned<LedgerTx>[]) => {
    const signed = txs.map((tx) => signLedgerTx(fastHasher, { ...tx, account, nonce: nonce++, fee: 1n } as LedgerTx, { domain, secret }))
    const send = (tx: SignedLedgerTx) => rpc<SignedReceipt>('cairn_sendTransaction', encodeLedgerTx(tx).map(String))
    said.receipts.push(...(await Promise.all(signed.map(send))))
  }
  const payee = (amount: bigint) => {
    const address = addressOf(0xc0ffee0000 + people++)
    said.paid.set(address, amount)
    return address
  }
  const mint = (questIndex: number, holder: string) => {
    const credentialId = randomUUID()
    const payload = { credentialId, accountId: randomUUID(), wallet: holder, questIndex, evidenceDigest: digest() }
    return submit({ key: `mint:${credentialId}`, kind: 'mint', payload })
  }
  const quests = (turn: number) => ({ free: 2 * turn, paying: 2 * turn + 1 })
  /** Everything that makes up a batch's life: both kinds of quest, new and known members, money in, about and out in all ways. */
  const say = async () => {
    const turn = turns++
    const { free, paying } = quests(turn)
    const now = Math.floor(systemClock.now() / 1000)
    const terms = { opensAt: now - 7200, closesAt: now + 86_400, supply: 1000, points: 5, category: 1 }
    const rulesHash = `0x${'ab'.repeat(31)}` as const
    await submit({
      key: `openQuest:${free}`,
      kind: 'openQuest',
      payload: { ...terms, questIndex: free, rulesHash, expiresAfterSeconds: 0 },
    })
    const prices = { rewardToken: 0, rewardPerMint: 1000n, feePerMint: 10n, pool: 50_000n, feePool: 500n }
    const more = { previous: 0, issuerKeyX: slot.issuer.x, issuerKeyY: slot.issuer.y, expiresAfter: 0, revocable: true }
    const fresh = `eip155:${addressOf(0xaa0000 + people++)}`
    for (const quest of [free, paying]) for (const holder of [member, fresh]) await mint(quest, holder)
    const amount = 1000n + BigInt(turn)
    await ledger(
      { kind: 'ledgerOpenQuest', quest: paying, ...terms, ...more, ...prices, rulesHash: BigInt(rulesHash) },
      { kind: 'transfer', to, token: 0, amount: 5n },
      { kind: 'withdraw', token: 0, amount, recipient: BigInt(payee(amount)) },
    )
    await inbox(
      { ...call('deposit', [account, 0n]), value: 777n },
      { ...call('deposit', [nobody, 0n]), value: 555n },
      call('forcedWithdraw', [{ account, token: 0, amount: 333n, recipient: payee(333n) }]),
    )
  }
  return {
    ...{ said, say },
    settled: (withinMs?: number) => settled(slot, said, withinMs),
    /** One whole life: said, and then final, paid and derived again. */
    turn(withinMs?: number): Promise<void> {
      const lived = say().then(() => settled(slot, said, withinMs))
      // A failure is told where it is waited for; until then it must not end the program.
      lived.catch(() => undefined)
      return lived
    },
  }
}

/** Everything that was acknowledged is final (or refused), every item of the inbox is in a final batch, everything is paid and watched. */
async function settled({ db }: DrillSlot, said: Acknowledged, withinMs = 900_000) {
  await patiently(
    'all that was acknowledged is final and paid',
    async () => {
      const txs = await db.select().from(rollupTxs)
      const batches = await db.select({ number: rollupBatches.number, status: rollupBatches.status }).from(rollupBatches)
      const items = await db.select({ batch: inboxItems.batch }).from(inboxItems)
      const payments = await db.select({ paid: withdrawals.paid }).from(withdrawals)
      const watched = await db.$count(watcherBatches)
      const keys = new Set(txs.filter(({ status }) => status === 'final' || status === 'refused').map(({ key }) => key))
      const asked = [...said.keys, ...said.receipts.map(({ txHash }) => txHash)]
      return (
        asked.every((key) => keys.has(key)) &&
        txs.every(({ status }) => status === 'final' || status === 'refused') &&
        batches.every(({ status }) => status === 'final') &&
        items.length >= said.items &&
        items.every(({ batch }) => batch !== null) &&
        payments.every(({ paid }) => paid) &&
        watched >= batches.length
      )
    },
    { withinMs, everyMs: 250 },
  )
}
