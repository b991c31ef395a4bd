import pg from 'pg'
import { expect } from 'vitest'
import type { DemoReport } from '#server/cli/demo/report.ts'
import type { Finished, Stack } from './stack.ts'

/** The demo's report: its last line of output. */
export function reportOf({ stdout, stderr }: Finished): DemoReport {
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(last) as DemoReport
  } catch {
    throw new Error(`the demo's last line is no JSON: ${last}\n${stderr}`)
  }
}

/** Every promise of a demo that went well. When one is broken, the failure tells where the slot stands. */
export async function expectWell(stack: Pick<Stack, 'databaseUrl'>, finished: Finished) {
  const report = reportOf(finished)
  const where = report.ok ? '' : await slotInWords(stack)
  expect(report, `${finished.stderr}\n${where}`).toMatchObject({ ok: true, signIn: { evm: true, solana: true } })
  expect(finished.code).toBe(0)
  expect(report.quests.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass'])
  expect(report.credentials).toHaveLength(5)
  for (const { verified } of report.credentials)
    expect(verified).toEqual({ signature: true, inclusion: true, notRevoked: true, notExpired: true })
  for (const { proofBytes, totalGas } of report.batches) {
    expect(proofBytes).toBeGreaterThan(1000)
    expect(totalGas).toBeGreaterThan(100_000)
  }
  return report
}

/** Looks into the tables for anything that happened twice: completions, credentials, mints, serials. */
export async function expectNothingTwice(stack: Pick<Stack, 'databaseUrl'>, members: number) {
  const client = new pg.Client({ connectionString: stack.databaseUrl })
  await client.connect()
  try {
    const count = async (text: string) => Number((await client.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]?.n)
    expect(await count('completions')).toBe(5 * members)
    expect(await count('credentials')).toBe(5 * members)
    expect(await count("rollup_txs where kind = 'mint' and status = 'final'")).toBe(5 * members)
    expect(await count("rollup_txs where kind = 'mint' and status <> 'final'")).toBe(0)
    expect(await count('(select distinct quest_id, serial from credentials) as places')).toBe(5 * members)
    expect(await count('(select distinct slot_index from credentials) as leaves')).toBe(5 * members)
  } finally {
    await client.end()
  }
}

async function slotInWords({ databaseUrl }: Pick<Stack, 'databaseUrl'>): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const tables = [
    'select number, status, credentials, timestamp, sealed_at, proposed_at, proven_at, final_at from rollup_batches order by number',
    'select batch, status, attempts, leased_by, leased_until, error from proof_jobs order by batch',
    'select purpose, sender, status, nonce, hashes, block_number, error from l2_sends order by created_at',
    'select kind, status, batch, refusal, created_at from rollup_txs order by created_at',
    'select batch, agrees, reason from watcher_batches order by batch',
  ]
  const answers = []
  for (const text of tables) answers.push((await client.query(text)).rows.map((row) => JSON.stringify(row)).join('\n'))
  await client.end()
  return answers.join('\n\n')
}
