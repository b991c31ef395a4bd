/** Withdrawals one after another, from the request to the coins on L2, with every process of the slot and real proofs. */
import { createWalletClient, encodeFunctionData, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { callRpc, startSlotProcesses, until } from '#tests/support/slotProcesses.ts'
import { bar, printReport, summarise } from './report.ts'

const count = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 20)
const secret = 31_337n
const noApproval = {
  solanaKey: `0x${'00'.repeat(32)}`,
  evmWallet: `0x${'00'.repeat(20)}`,
  nonce: 0n,
  deadline: 0n,
  signature: '0x',
} as const
type Row = { state: string } & Record<'sealedAt' | 'proposedAt' | 'provenAt' | 'finalAt' | 'paidAt', string | null>

const slot = await startSlotProcesses({ logs: true })
try {
  await Promise.all((['sequencer', 'prover', 'publisher', 'watcher', 'rpc'] as const).map((name) => slot.start(name)))
  const signer = privateKeyToAccount(anvilKeys[3])
  const wallet = `eip155:${signer.address.toLowerCase()}`
  await submitTx(slot.db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  const { index: account } = await until(() => callRpc<{ index: number } | null>(slot.rpcUrl, 'cairn_getAccount', wallet))
  await fund(account)
  const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
  const times: number[] = []
  const lines: Record<string, number>[] = []
  for (let nonce = 0; nonce < count; nonce++) {
    const recipient = 0xc0ffee0000n + BigInt(nonce)
    const address = `0x${recipient.toString(16).padStart(40, '0')}` as const
    const tx = signLedgerTx(
      fastHasher,
      { kind: 'withdraw', account, nonce, fee: 0n, token: 0, amount: 1000n, recipient },
      { domain, secret },
    )
    const begun = Date.now()
    await callRpc(slot.rpcUrl, 'cairn_sendTransaction', encodeLedgerTx(tx).map(String))
    const accepted = Date.now()
    await until(async () => (await slot.client.getBalance({ address })) === 1000n, { everyMs: 50 })
    const paid = Date.now()
    times.push((paid - begun) / 1000)
    const [row] = await until(async () => {
      const rows = await callRpc<Row[]>(slot.rpcUrl, 'cairn_getWithdrawals', { recipient: address })
      return rows[0]?.state === 'paid' && rows
    })
    const at = (time: string | null | undefined) => (time ? (Date.parse(time) - begun) / 1000 : Number.NaN)
    const line = {
      accepted: (accepted - begun) / 1000,
      sealed: at(row?.sealedAt),
      proposed: at(row?.proposedAt),
      proven: at(row?.provenAt),
    }
    lines.push({ ...line, final: at(row?.finalAt), paid: (paid - begun) / 1000 })
    console.error(
      `${nonce + 1}/${count}: ${Object.entries(lines.at(-1) ?? {})
        .map(([name, seconds]) => `${name} ${seconds.toFixed(2)} s`)
        .join(', ')}`,
    )
  }
  const steps = ['accepted', 'sealed', 'proposed', 'proven', 'final'].map((step) =>
    summarise(
      `request to ${step}`,
      's',
      lines.map((line) => line[step] ?? Number.NaN),
    ),
  )
  const total = summarise('withdrawal, request to paid on L2', 's', times)
  printReport('withdraw', [total, ...steps], [bar('withdrawal p95', 12, total.p95)])
} finally {
  await slot.stop()
}

/** A key and coins, by L2 as a wallet does it. */
async function fund(account: number) {
  const walletClient = createWalletClient({
    account: privateKeyToAccount(anvilKeys[3]),
    chain: slot.chain,
    transport: http(slot.anvil.url),
  })
  const send = async (data: `0x${string}`, value = 0n) => {
    const hash = await walletClient.sendTransaction({ to: slot.slot.inbox, data, value })
    await slot.client.waitForTransactionReceipt({ hash })
  }
  const { x, y } = derivePublicKey(secret)
  const setting = { account, keyX: x, keyY: y, identity: 7n, linkedWallet: 0n }
  await until(async () => (await callRpc<{ status: string } | null>(slot.rpcUrl, 'cairn_getBatch', '0x1'))?.status === 'final')
  await send(encodeFunctionData({ abi: inboxAbi, functionName: 'setKey', args: [setting, noApproval] }))
  await send(encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [account, 0n] }), parseEther('1'))
  await until(async () => BigInt(await callRpc<string>(slot.rpcUrl, 'cairn_getBalance', account)) > 0n)
  await until(async () => (await callRpc<{ openBatches: number }>(slot.rpcUrl, 'cairn_health')).openBatches === 0)
}
