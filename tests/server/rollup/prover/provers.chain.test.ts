import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofJobs, rollupBatches } from '#drizzle/schema/rollup.ts'
import { readHeads } from '#server/rollup/l2/slotReader.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { type SlotProcesses, startSlotProcesses, until } from '#tests/support/slotProcesses.ts'

const project = join(import.meta.dirname, '..', '..', '..', '..')
let slot: SlotProcesses
/** Another machine: a folder of its own, no settings, no state. */
let elsewhere: string
const provers: ChildProcess[] = []

beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'cairn-prover-'))
  slot = await startSlotProcesses()
  await Promise.all((['sequencer', 'publisher'] as const).map((name) => slot.start(name)))
}, 300_000)
afterAll(async () => {
  for (const prover of provers) if (prover.exitCode === null && prover.signalCode === null) prover.kill('SIGKILL')
  await slot?.stop()
  rmSync(elsewhere, { recursive: true, force: true })
})

/** `./cairn prover --database …` as its launcher runs it. */
function startProver() {
  const args = ['prover', '--database', slot.databaseUrl, '--threads', '1', '--circuits', 'small']
  const env = { NODE_ENV: 'production' as const, PATH: '/usr/bin:/bin', CAIRN_HOME: join(elsewhere, 'state') }
  const prover = spawn(process.execPath, [join(project, 'server/cli/main.ts'), ...args], { cwd: elsewhere, env, stdio: 'ignore' })
  provers.push(prover)
  return prover
}

let opened = 0
/** Enough wallets for so many small batches. */
async function fill(batches: number) {
  for (let n = 0; n < 9 * batches; n++) {
    const wallet = `eip155:0x${(++opened).toString(16).padStart(40, '0')}`
    await submitTx(slot.db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  }
}
const jobs = () => slot.db.select().from(proofJobs).orderBy(asc(proofJobs.batch))
const leasedBy = async ({ pid }: ChildProcess) =>
  (await jobs()).find(({ status, leasedBy: lease }) => status === 'leased' && lease?.includes(`:${pid}/`))
const allFinal = async () => {
  const rows = await slot.db.select().from(rollupBatches)
  return rows.length > 0 && rows.every(({ status }) => status === 'final')
}
const wait = { everyMs: 100, withinMs: 240_000 }

describe('provers elsewhere', { timeout: 480_000 }, () => {
  it('prove different batches at once, and one that is killed in the middle of a proof loses nothing', async () => {
    await fill(4)
    await until(async () => (await jobs()).length >= 3, wait)
    const [first, second] = [startProver(), startProver()]
    const { batch } = await until(async () => {
      const [one, other] = [await leasedBy(first), await leasedBy(second)]
      return one && other && one.batch !== other.batch && one
    }, wait)
    first.kill('SIGKILL')
    await once(first, 'exit')
    await until(allFinal, wait)
    const taken = (await jobs()).find((job) => job.batch === batch)
    expect(taken).toMatchObject({ status: 'done', attempts: 1, leasedBy: expect.stringContaining(`:${second.pid}/`) })
    expect((await jobs()).every(({ status }) => status === 'done')).toBe(true)
    const { final } = await readHeads(slot.client, slot.slot)
    expect(Number(final)).toBe((await jobs()).length)
  })

  it('give their work back when they are asked to stop', async () => {
    const [, second] = provers
    if (!second) throw new Error('no prover')
    await fill(1)
    const { batch } = await until(() => leasedBy(second), wait)
    const ended = once(second, 'exit')
    second.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect((await jobs()).find((job) => job.batch === batch)).toMatchObject({ status: 'waiting', attempts: 0, leasedBy: null })
    const third = startProver()
    await until(allFinal, wait)
    third.kill('SIGINT')
    expect(await once(third, 'exit')).toEqual([0, null])
  })

  it('say what is wrong with their options before they start', async () => {
    const cases: [string[], RegExp][] = [
      [['--database', 'nowhere'], /--database/],
      [['--database', slot.databaseUrl, '--threads', '0'], /--threads/],
      [['--database', slot.databaseUrl, '--circuits', 'huge'], /--circuits/],
      [['--database', slot.databaseUrl.replace(/\d+\/(\w+)$/, '1/$1')], /does not answer/],
    ]
    for (const [options, said] of cases) {
      const child = spawn(process.execPath, [join(project, 'server/cli/main.ts'), 'prover', ...options], {
        cwd: elsewhere,
        env: { NODE_ENV: 'production' },
      })
      let text = ''
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      const [code] = await once(child, 'close')
      expect([code, said.test(text)], text).toEqual([1, true])
    }
  })
})
