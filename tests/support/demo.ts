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

/** Every promise of a demo that went well. */
export function expectWell(finished: Finished) {
  const report = reportOf(finished)
  expect(report, finished.stderr).toMatchObject({ ok: true, signIn: { evm: true, solana: true } })
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
