/**
 * What one sequencer takes in: ledger txs over the slot's RPC process (each request one tx of another member, signed beforehand, answered by a signed
 * receipt once it is durable), mints as the engine acknowledges them, beside plain inserts into the same Postgres; and how fast they are applied.
 * Argument: requests a run (1500). `--profile FOLDER` has the RPC process write a CPU profile.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { inArray } from 'drizzle-orm'
import { recoverTypedDataAddress } from 'viem'
import { openDatabase } from '#drizzle/client.ts'
import { rollupTxs } from '#drizzle/schema/rollup.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { openedAccount } from '#server/rollup/protocol/leaves.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type SignedReceipt, softConfirmation } from '#server/rollup/sequencer/receipt.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState } from '#server/rollup/state/slotState.ts'
import { memberKey, memberSecret } from '#tests/support/slotFixture.ts'
import { type SlotProcesses, startSlotProcesses } from '#tests/support/slotProcesses.ts'
import { processUse } from './processUse.ts'
import { against, bar, printReport, summarise } from './report.ts'
import type { ClientsAnswer, ClientsRequest } from './rpcClients.ts'
import { numbers } from './slotLoad.ts'
import { measureTransitions } from './transitions.ts'

const RUNS = 5
/** Six runs of it stay below the 10,000 txs in no batch that the pool holds. */
const [perRun = 1500] = numbers
const CONNECTIONS = 256
const INSERTERS = 32
const SAMPLE = 100

/** Members with keys, as the last batch left them. */
async function openMembers({ db }: SlotProcesses, count: number) {
  const store = createNodeStore(db)
  const next = (await loadState(store, hasher)).scratch(1)
  next.accountCount = count
  for (let i = 0; i < count; i++) {
    const { x: keyX, y: keyY } = memberKey(i)
    next.setAccount(i, { ...openedAccount({ evm: 0x1000n + BigInt(i) }), keyX, keyY, identity: 1n })
  }
  await commitState(next, store, 1)
}

const requestOf = (domain: bigint, account: number) => {
  const tx = { kind: 'withdraw', account, nonce: 0, fee: 0n, token: 0, amount: 1000n, recipient: 0xc0ffeen } as const
  const words = encodeLedgerTx(signLedgerTx(hasher, tx, { domain, secret: memberSecret(account) }))
  return JSON.stringify({ jsonrpc: '2.0', id: account, method: 'cairn_sendTransaction', params: [words.map(String)] })
}

async function send(clients: ChildProcess, request: ClientsRequest): Promise<ClientsAnswer> {
  clients.send(request)
  const [answer] = await once(clients, 'message')
  return answer as ClientsAnswer
}

/** Every answer is a receipt and every receipt's tx is in the table; a sample of the signatures is checked. */
async function checkReceipts({ db }: SlotProcesses, answers: readonly string[]) {
  const receipts = answers.map((answer) => {
    const { result } = JSON.parse(answer) as { result?: SignedReceipt }
    if (!result) throw new Error(`no receipt: ${answer}`)
    return result
  })
  const hashes = receipts.map(({ txHash }) => txHash)
  const stored = await db.$count(rollupTxs, inArray(rollupTxs.key, hashes))
  if (stored !== new Set(hashes).size || stored !== answers.length) throw new Error(`${answers.length} receipts, ${stored} txs`)
  for (const receipt of receipts.slice(0, SAMPLE)) {
    const signer = await recoverTypedDataAddress({ ...softConfirmation(receipt), signature: receipt.signature })
    if (signer !== receipt.signer) throw new Error('a receipt is not signed by its signer')
  }
}

/** `count` calls by so many callers at once, a second. */
async function rate(count: number, work: (n: number) => Promise<unknown>, first: number) {
  const started = performance.now()
  let next = 0
  const one = async () => {
    for (let n = next++; n < count; n = next++) await work(first + n)
  }
  await Promise.all(Array.from({ length: INSERTERS }, one))
  return (count * 1000) / (performance.now() - started)
}

const mintOf = (n: number) => ({
  ...{ credentialId: `credential-${n}`, accountId: `account-${n}`, wallet: `eip155:0x${n.toString(16).padStart(40, '0')}` },
  ...{ questIndex: n % 5, evidenceDigest: `0x${n.toString(16).padStart(62, '0')}` },
})

const profile = process.argv.includes('--profile') ? process.argv[process.argv.indexOf('--profile') + 1] : undefined
const slot = await startSlotProcesses()
const clients = fork(new URL('./rpcClients.ts', import.meta.url), { serialization: 'advanced' })
const { db, pool, close } = openDatabase(slot.databaseUrl, { max: INSERTERS })
try {
  const txs = (1 + RUNS) * perRun
  await openMembers(slot, txs)
  const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
  const bodies = Array.from({ length: txs }, (_, account) => requestOf(domain, account))
  const rpc = await slot.start('rpc', profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` } : {})
  const port = Number(new URL(slot.rpcUrl).port)
  await pool.query('create table plain (id bigserial primary key, key text not null unique, payload jsonb not null)')
  const insert = (n: number) => pool.query('insert into plain (key, payload) values ($1, $2)', [`mint:${n}`, JSON.stringify(mintOf(n))])
  const acknowledge = (n: number) => submitTx(db, { key: `mint:${n}`, kind: 'mint', payload: mintOf(n) })

  const samples = {
    acknowledged: [] as number[],
    minted: [] as number[],
    plain: [] as number[],
    latency: [] as number[],
    cpu: [] as number[],
    clientCpu: [] as number[],
  }
  for (let run = 0, from = 0; run <= RUNS; run++) {
    const part = bodies.slice(from, from + perRun)
    const before = [rpc.pid, clients.pid ?? 0].map((pid) => processUse(pid).cpuSeconds)
    const sent = await send(clients, { port, connections: CONNECTIONS, bodies: part })
    const [cpu = 0, clientCpu = 0] = [rpc.pid, clients.pid ?? 0].map((pid, i) => processUse(pid).cpuSeconds - (before[i] ?? 0))
    await checkReceipts(slot, sent.answers)
    const minted = await rate(part.length, acknowledge, from)
    const plain = await rate(part.length, insert, from)
    from += part.length
    // The first run warms everything up.
    if (run === 0) continue
    samples.acknowledged.push(part.length / sent.seconds)
    samples.latency.push(...sent.latencies)
    samples.cpu.push((1000 * cpu) / part.length)
    samples.clientCpu.push((1000 * clientCpu) / part.length)
    samples.minted.push(minted)
    samples.plain.push(plain)
    console.error(
      `${run}/${RUNS}: ${Math.round(part.length / sent.seconds)} receipts/s, ${Math.round(minted)} mints/s, ${Math.round(plain)} inserts/s`,
    )
  }
  await rpc.stop()
  const peer = summarise('plain autocommit inserts', 'per second', samples.plain, 'more')
  const receipts = summarise(
    'ledger txs acknowledged over HTTP: one request, one member, one signed receipt',
    'per second',
    samples.acknowledged,
    'more',
  )
  const mints = summarise('mints acknowledged, one commit each', 'per second', samples.minted, 'more')
  const transitions = await measureTransitions()
  printReport(
    'sequencer',
    [
      against(receipts, peer, 'more'),
      summarise('time to a receipt', 'ms', samples.latency),
      summarise('CPU of the RPC process a receipt, its threads included', 'ms', samples.cpu),
      summarise('CPU of the clients a receipt', 'ms', samples.clientCpu),
      against(mints, peer, 'more'),
      peer,
      ...transitions.results,
    ],
    [
      bar('receipts per second', 2000, receipts.median, 'more'),
      bar('mints acknowledged per second', 2000, mints.median, 'more'),
      ...transitions.bars,
    ],
  )
} finally {
  clients.kill()
  await close()
  await slot.stop()
}
