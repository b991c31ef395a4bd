import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import pg from 'pg'
import type { Command } from '../command.ts'
import { stackLayout } from '../stack/layout.ts'
import { stopStack } from './stop.ts'

/** Wipes what the stack remembers: chains, database, keys, logs. The cache of downloads and keys of circuits stays. */
export const reset: Command = async ({ args, env }) => {
  const layout = stackLayout(env)
  const database = env.DATABASE_URL ? ' and all tables of the database in DATABASE_URL' : ''
  if (!args.includes('--yes')) {
    if (!process.stdin.isTTY) {
      console.error('cairn: reset asks first; without a terminal say ./cairn reset --yes')
      return 2
    }
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    const answer = await terminal.question(`This stops Cairn and deletes ${layout.home}${database}. Type "reset" to go on: `)
    terminal.close()
    if (answer.trim() !== 'reset') {
      console.error('Nothing was deleted.')
      return 1
    }
  }
  await stopStack(layout)
  if (env.DATABASE_URL) await emptyDatabase(env.DATABASE_URL)
  for (const path of [layout.data, layout.logs, layout.run, layout.secretsFile]) rmSync(path, { recursive: true, force: true })
  console.log('Cairn starts from nothing next time.')
  return 0
}

async function emptyDatabase(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('drop schema if exists drizzle cascade; drop schema if exists public cascade; create schema public')
  } finally {
    await client.end()
  }
}
