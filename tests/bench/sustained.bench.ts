/**
 * Mixed load on the whole slot for some minutes with one prover, then with two (one thread each): mints of many quests as fast as they become final
 * and no faster, new accounts among them, transfers, withdrawals. Arguments: minutes for each (10), quests (20), mints kept
 * waiting (4400).
 */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { rollupTxs } from '#drizzle/schema/rollup.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { systemClock } from '#server/shared/clock.ts'
import { memberSecret } from '#tests/support/slotFixture.ts'
import { callRpc, startSlotProcesses } from '#tests/support/slotProcesses.ts'
import { processUse } from './processUse.ts'
import { type BenchBar, type BenchResult, bar, printReport, summarise } from './report.ts'
import { finalMints, mint, numbers, openMoneyMembers, openQuests } from './slotLoad.ts'

/** Mints that wait for a batch are filled up to `backlog`: two bulk batches, so that sealing never waits for members. */
const [minutes = 10, quests = 20, backlog = 4400] = numbers
const MOST_PER_SECOND = 800
const TRANSFER_EVERY = 20
const WITHDRAW_EVERY = 60
const PER_DAY = 15_000_000

/** `open`: mints that are not final yet, wherever they are. */
type Sample = { at: number; final: number; waiting: number; open: number; cpu: number; memory: number }

const slot = await startSlotProcesses({ circuits: ['small', 'large', 'bulk'], logs: true })
const domain = domainOf(slot.domain.chainId, slot.domain.rollup)
const waitingMints = () =>
  slot.db.$count(rollupTxs, and(eq(rollupTxs.kind, 'mint'), inArray(rollupTxs.status, ['accepted', 'awaiting-issuer'])))
const openLedgerTxs = () =>
  slot.db.$count(rollupTxs, and(eq(rollupTxs.kind, 'ledger'), inArray(rollupTxs.status, ['accepted', 'batched', 'proposed', 'proven'])))
let minted = 0
let second = 0

try {
  const engine = await Promise.all((['sequencer', 'publisher', 'watcher', 'rpc'] as const).map((name) => slot.start(name)))
  const startProver = () => slot.start('prover', { CAIRN_PROVER_THREADS: '1' })
  const provers = [await startProver()]
  await openQuests(slot, quests)
  const members = await openMoneyMembers(slot, 4)
  let turn = 0

  /** One ledger tx of the member whose turn it is. */
  async function spend(kind: 'transfer' | 'withdraw') {
    const [from, to] = [members[turn % members.length], members[(turn + 1) % members.length]]
    if (!from || !to) return
    const base = { account: from.account, nonce: Math.floor(turn++ / members.length), fee: 0n, token: 0, amount: 1000n }
    const tx: LedgerTx =
      kind === 'transfer' ? { kind, ...base, to: to.account } : { kind, ...base, recipient: 0xc0ffee0000n + BigInt(turn) }
    const words = encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain, secret: memberSecret(from.secretOf) }))
    await callRpc(slot.rpcUrl, 'cairn_sendTransaction', words.map(String))
  }

  async function loadOneSecond() {
    second++
    const missing = Math.min(MOST_PER_SECOND, backlog - (await waitingMints()))
    for (let i = 0; i < missing; i++, minted++) await mint(slot, minted % quests, Math.floor(minted / quests))
    // Money goes in batches of its own, before mints: more of it than is proven would leave nothing for them.
    if (second % TRANSFER_EVERY === 0 && (await openLedgerTxs()) === 0) await spend(second % WITHDRAW_EVERY === 0 ? 'withdraw' : 'transfer')
  }

  async function sample(): Promise<Sample> {
    const use = provers.map(({ pid }) => processUse(pid))
    const memory = [...engine, ...provers].reduce((sum, { pid }) => sum + processUse(pid).memoryMb, 0)
    const cpu = use.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
    const final = await finalMints(slot)
    return { at: systemClock.now() / 1000, final, waiting: await waitingMints(), open: minted - final, cpu, memory }
  }

  /** Runs the load; the samples begin with the first batch of mints that became final in it. */
  async function phase(): Promise<Sample[]> {
    const samples: Sample[] = []
    const first = await finalMints(slot)
    const patience = systemClock.now() + 3_600_000
    for (;;) {
      const begun = systemClock.now()
      await loadOneSecond()
      const now = await sample()
      if (samples.length > 0 || now.final > first) samples.push(now)
      const start = samples[0]
      if (start && now.at - start.at > minutes * 60) return samples
      if (systemClock.now() > patience) throw new Error('nothing became final')
      if (second % 30 === 0)
        console.error(
          `${second} s: ${now.final} final, ${now.waiting} wait, provers used ${now.cpu.toFixed(0)} s of CPU, ${now.memory.toFixed(0)} MiB`,
        )
      await systemClock.sleep(Math.max(0, 1000 - (systemClock.now() - begun)))
    }
  }

  const results: BenchResult[] = []
  const bars: BenchBar[] = []
  for (const count of [1, 2]) {
    while (provers.length < count) provers.push(await startProver())
    const from = new Date(systemClock.now())
    const samples = await phase()
    const report = judge(count, samples, await latencies(from))
    results.push(...report.results)
    bars.push(...report.bars)
  }
  printReport('sustained', results, bars)
} finally {
  await slot.stop()
}

/** Milliseconds from acceptance: of mints to finality, of withdrawals to the payment on L2; of what ended since `from`. */
async function latencies(from: Date) {
  const { rows: final } = await slot.db.execute<{ ms: number }>(sql`
    select extract(epoch from b.final_at - t.created_at)::float8 as ms from rollup_txs t join rollup_batches b on b.number = t.batch
    where t.kind = 'mint' and b.final_at > ${from}`)
  const { rows: paid } = await slot.db.execute<{ ms: number }>(sql`
    select extract(epoch from w.paid_at - t.created_at)::float8 as ms from withdrawals w join rollup_txs t on t.batch = w.batch and t.position = w.entry
    where t.entry = 'withdraw' and w.paid_at > ${from}`)
  return { final: final.map(({ ms }) => ms), paid: paid.map(({ ms }) => ms) }
}

/** Rates between the first and the last finality that were seen, so that a batch under way does not count half. */
function judge(count: number, samples: Sample[], { final, paid }: Awaited<ReturnType<typeof latencies>>) {
  const [first = samples[0], ...rest] = samples
  const last = rest.findLast(({ final: now }, i) => now !== (rest[i - 1] ?? first)?.final) ?? first
  if (!first || !last) throw new Error('no samples')
  const credentials = last.final - first.final
  const perSecond = credentials / (last.at - first.at || Number.NaN)
  const cpu = last.cpu - first.cpu
  const named = (what: string) => `${count} ${count === 1 ? 'prover' : 'provers'}: ${what}`
  const perCore = perSecond / count
  return {
    results: [
      summarise(named('final credentials'), 'per second', [perSecond], 'more'),
      summarise(named('final credentials a prover core'), 'per second', [perCore], 'more'),
      summarise(named('prover CPU a final credential'), 'ms', [(1000 * cpu) / credentials]),
      summarise(named(`provers of one core for ${PER_DAY / 1e6} million a day`), 'provers', [Math.ceil(PER_DAY / 86_400 / perCore)]),
      summarise(named('mint to final'), 's', final),
      summarise(named('withdrawal, accepted to paid on L2'), 's', paid),
      summarise(
        named('mints that wait for a batch'),
        'mints',
        samples.map(({ waiting }) => waiting),
      ),
      summarise(
        named('mints that are not final'),
        'mints',
        samples.map(({ open }) => open),
      ),
      summarise(named('memory of all processes at the start'), 'MiB', [first.memory]),
      summarise(named('memory of all processes at the end'), 'MiB', [last.memory]),
    ],
    // Whole batches become final, and a withdrawal that goes first sends some back to wait: what says that the backlog is bounded is that its peaks do not grow.
    bars: [bar(named('most mints that were not final, last quarter against first'), 1.1, growth(samples.map(({ open }) => open)))],
  }
}

function growth(values: number[]): number {
  const quarter = Math.ceil(values.length / 4)
  return Math.max(...values.slice(-quarter)) / Math.max(...values.slice(0, quarter))
}
