import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import type { Command } from '../command.ts'
import { stackLayout } from '../stack/layout.ts'

/** The last lines of the named processes' logs, or of all; `--follow` goes on. */
export const logs: Command = async ({ args, env }) => {
  const layout = stackLayout(env)
  const present = existsSync(layout.logs) ? readdirSync(layout.logs).filter((file) => file.endsWith('.log')) : []
  const known = present.map((file) => file.slice(0, -'.log'.length)).sort()
  const names = args.filter((arg) => !arg.startsWith('-'))
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0 || known.length === 0) {
    console.error(`cairn: no log of ${unknown.join(', ') || 'anything'} in ${layout.logs}; there are: ${known.join(', ') || 'none'}`)
    return 1
  }
  const files = (names.length > 0 ? names : known).map(layout.logOf)
  const follow = args.includes('--follow') || args.includes('-f')
  const tail = spawn('tail', ['-n', '40', ...(follow ? ['-F'] : []), ...files], { stdio: 'inherit' })
  return new Promise((resolve) => tail.once('exit', (code) => resolve(code ?? 0)))
}
