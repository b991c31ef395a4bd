import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Env } from '#server/shared/env.ts'

/** The checkout. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')

/** Chain ids of the local stack. L2's comes from the environment. */
export const localChains = { l1: 31_337, appA: 31_339, appB: 31_340 } as const

/** Where everything of one stack lies: one state folder, nothing outside of it. */
export type Layout = ReturnType<typeof stackLayout>

export function stackLayout(env: Env) {
  const home = resolve(projectRoot, env.CAIRN_HOME)
  return {
    home,
    data: join(home, 'data'),
    logs: join(home, 'logs'),
    cache: join(home, 'cache'),
    run: join(home, 'run'),
    runFile: join(home, 'run', 'stack.json'),
    secretsFile: join(home, 'secrets.json'),
    logOf: (name: string) => join(home, 'logs', `${name}.log`),
  }
}

export function makeFolders(layout: Layout) {
  for (const folder of [layout.home, layout.data, layout.logs, layout.cache, layout.run]) mkdirSync(folder, { recursive: true })
}

/** The port of a URL on this machine; null for a URL elsewhere, whose process is not ours to run. */
export function ownPort(url: string): number | null {
  const { hostname, port, protocol } = new URL(url)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return null
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}

export const publicUrl = (env: Env) => env.CAIRN_PUBLIC_URL ?? `http://localhost:${env.CAIRN_PORT}`

/** Engine processes; each serves its health on the port `CAIRN_HEALTH_PORT` + its place. */
export const workerNames = ['sequencer', 'prover', 'publisher', 'watcher', 'follower'] as const
export const healthPort = (env: Env, name: (typeof workerNames)[number]) => env.CAIRN_HEALTH_PORT + workerNames.indexOf(name)
