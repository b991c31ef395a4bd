/** What the benchmarks of the whole slot ask of it: quests, members with keys and coins, mints, all by the ways that the product takes. */
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { createTestClient, createWalletClient, encodeFunctionData, http, keccak256, numberToHex, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupTxs, rollupWallets } from '#drizzle/schema/rollup.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import { memberKey } from '#tests/support/slotFixture.ts'
import { callRpc, type SlotProcesses, until } from '#tests/support/slotProcesses.ts'

/** Whole numbers among the program's arguments, in order. */
export const numbers = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number)

const patience = { everyMs: 500, withinMs: 3_600_000 }
const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const

const walletAt = (member: number) => `eip155:0x${(0xbe7c0000 + member).toString(16).padStart(40, '0')}`
const idOf = (member: number) => `00000000-0000-4000-8000-${member.toString(16).padStart(12, '0')}`

/** Asks for quests 0 .. count - 1 and waits until all of their leaves are on L2. */
export async function openQuests({ db }: SlotProcesses, count: number) {
  const now = Math.floor(systemClock.now() / 1000)
  for (let questIndex = 0; questIndex < count; questIndex++) {
    const times = { opensAt: now - 3600, closesAt: now + 30 * 86_400 }
    const terms = { questIndex, rulesHash: `0x${'5a'.repeat(31)}`, supply: 2 ** 31, points: 10, category: 1, expiresAfterSeconds: 0 }
    await submitTx(db, { key: `openQuest:${questIndex}`, kind: 'openQuest', payload: { ...terms, ...times } })
  }
  const placed = and(eq(rollupTxs.kind, 'openQuest'), inArray(rollupTxs.status, ['proposed', 'proven', 'final']))
  await until(async () => (await db.$count(rollupTxs, placed)) === count, patience)
}

/** Has one member's completion of one quest minted; answers once that is durable. */
export const mint = ({ db }: SlotProcesses, quest: number, member: number) =>
  submitTx(db, {
    key: `mint:${quest}:${member}`,
    kind: 'mint',
    payload: {
      ...{ credentialId: randomUUID(), accountId: idOf(member), wallet: walletAt(member), questIndex: quest },
      evidenceDigest: `0x${keccak256(numberToHex(quest * 1_000_000 + member)).slice(4)}`,
    },
  })

/** Mints that are final. */
export const finalMints = ({ db }: SlotProcesses) => db.$count(rollupTxs, and(eq(rollupTxs.kind, 'mint'), eq(rollupTxs.status, 'final')))

/** Waits until so many mints are final, and says now and then how far they are. */
export async function allFinal(slot: SlotProcesses, count: number) {
  let said = 0
  await until(async () => {
    const done = await finalMints(slot)
    if (systemClock.now() - said > 30_000) {
      console.error(`${done} of ${count} credentials are final`)
      said = systemClock.now()
    }
    return done >= count
  }, patience)
}

export type MoneyMember = { account: number; secretOf: number; address: `0x${string}` }

/** Members whose wallets set a key and deposited a coin on L2. Their secret is `memberSecret(secretOf)`. */
export async function openMoneyMembers(slot: SlotProcesses, count: number): Promise<MoneyMember[]> {
  const signers = Array.from({ length: count }, (_, i) => privateKeyToAccount(keccak256(numberToHex(1000 + i))))
  const node = createTestClient({ mode: 'anvil', chain: slot.chain, transport: http(slot.anvil.url) })
  for (const { address } of signers) {
    const wallet = `eip155:${address.toLowerCase()}`
    await submitTx(slot.db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
    await node.setBalance({ address, value: parseEther('10') })
  }
  const members: MoneyMember[] = []
  for (const [secretOf, signer] of signers.entries()) {
    const account = await accountOf(slot, `eip155:${signer.address.toLowerCase()}`)
    const walletClient = createWalletClient({ account: signer, chain: slot.chain, transport: http(slot.anvil.url) })
    const send = async (data: `0x${string}`, value = 0n) => {
      const hash = await walletClient.sendTransaction({ to: slot.slot.inbox, data, value })
      await slot.client.waitForTransactionReceipt({ hash })
    }
    const { x: keyX, y: keyY } = memberKey(secretOf)
    const setting = { account, keyX, keyY, identity: 7n, linkedWallet: 0n }
    await send(encodeFunctionData({ abi: inboxAbi, functionName: 'setKey', args: [setting, noApproval] }))
    await send(encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [account, 0n] }), parseEther('1'))
    members.push({ account, secretOf, address: signer.address })
  }
  for (const { account } of members)
    await until(async () => BigInt(await callRpc<string>(slot.rpcUrl, 'cairn_getBalance', account)) > 0n, patience)
  return members
}

/** The slot account of a wallet, once L2 has the batch that opened it. */
async function accountOf({ db }: SlotProcesses, wallet: string): Promise<number> {
  const row = await until(async () => {
    const { rows } = await db.execute<{ account: number }>(sql`
      select w.account from ${rollupWallets} w join rollup_batches b on b.number = w.batch
      where w.wallet = ${wallet} and b.status in ('proposed', 'voted', 'final')`)
    return rows[0]
  }, patience)
  return row.account
}
