import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Env } from '#server/shared/env.ts'
import type { Command } from '../command.ts'
import { anvilBinary } from '../stack/anvil.ts'
import { findChromium } from '../stack/chromium.ts'
import { projectRoot, stackLayout } from '../stack/layout.ts'
import { isFree, wantedPorts } from '../stack/ports.ts'
import { answers, embeddedPostgres } from '../stack/postgres.ts'
import { isAlive, readRunFile } from '../stack/runFile.ts'

type Finding = { readonly what: string; readonly state: 'ok' | 'note' | 'bad'; readonly detail: string }

/** Looks at the machine and says what would keep the stack from running. Exit code 1 when something would. */
export const doctor: Command = async ({ env }) => {
  const findings = [...machine(), ...(await programs(env)), ...(await stackState(env))]
  const mark = { ok: '✓', note: '·', bad: '✗' } as const
  for (const { what, state, detail } of findings) console.log(`${mark[state]} ${what.padEnd(16)} ${detail}`)
  return findings.some(({ state }) => state === 'bad') ? 1 : 0
}

function machine(): Finding[] {
  const gigabytes = totalmem() / 2 ** 30
  const { bavail, bsize } = statfsSync(projectRoot)
  const free = (bavail * bsize) / 2 ** 30
  const wanted = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { dependencies: { node: string } }).dependencies
    .node
  return [
    {
      what: 'runtime',
      state: process.versions.node === wanted ? 'ok' : 'bad',
      detail: `Node ${process.versions.node} (the project's is ${wanted})`,
    },
    {
      what: 'memory',
      state: gigabytes >= 4 ? 'ok' : 'note',
      detail: `${gigabytes.toFixed(1)} GiB (a full stack with proofs takes about 3)`,
    },
    { what: 'disk', state: free >= 3 ? 'ok' : 'bad', detail: `${free.toFixed(1)} GiB free (3 wanted)` },
  ]
}

async function programs(env: Env): Promise<Finding[]> {
  const found: Finding[] = []
  const check = async (what: string, look: () => Promise<string> | string) => {
    try {
      found.push({ what, state: 'ok', detail: await look() })
    } catch (error) {
      found.push({ what, state: 'bad', detail: error instanceof Error ? error.message : String(error) })
    }
  }
  await check('Ethereum node', () => relative(anvilBinary()))
  await check('Postgres', async () => {
    if (!env.DATABASE_URL) return relative((await embeddedPostgres()).postgres)
    await answers(env.DATABASE_URL)
    return 'yours (DATABASE_URL) answers'
  })
  await check('Solana node', () => {
    const path = join(projectRoot, 'node_modules/@solana/surfpool-linux-x64-gnu/package.json')
    if (!existsSync(path)) throw new Error('the test validator has no package for this machine: set CAIRN_SOLANA_RPC to one elsewhere')
    return relative(path)
  })
  const chromium = findChromium()
  found.push({ what: 'browser', state: chromium ? 'ok' : 'note', detail: chromium ?? 'no Chromium: only the browser tests need it' })
  return found
}

async function stackState(env: Env): Promise<Finding[]> {
  const layout = stackLayout(env)
  const run = readRunFile(layout)
  if (run && isAlive(run.supervisor)) {
    const dead = Object.entries(run.processes).filter(([, mark]) => !isAlive(mark))
    const names = dead.map(([name]) => name).join(', ')
    return [
      {
        what: 'stack',
        state: dead.length === 0 && run.ready ? 'ok' : 'bad',
        detail: `${run.url}${run.ready ? '' : ', still starting'}${names ? `, down: ${names}` : ''}`,
      },
    ]
  }
  const findings: Finding[] = [{ what: 'stack', state: 'note', detail: 'does not run' }]
  for (const { port, what, setting } of wantedPorts(env)) {
    if (!(await isFree(port))) findings.push({ what: `port ${port}`, state: 'bad', detail: `is in use; ${what} wants it (${setting})` })
  }
  try {
    accessSync(existsSync(layout.home) ? layout.home : projectRoot, constants.W_OK)
  } catch {
    findings.push({ what: 'state folder', state: 'bad', detail: `${layout.home} is not writable` })
  }
  return findings
}

const relative = (path: string) => path.replace(`${projectRoot}/`, '')
