import net from 'node:net'
import type { Env } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import { healthPort, ownPort, workerNames } from './layout.ts'

type Wanted = { readonly port: number; readonly what: string; readonly setting: string }

/** Every port that the stack will listen on, with the setting that moves it. */
export function wantedPorts(env: Env): Wanted[] {
  const urls = ['CAIRN_L1_RPC', 'CAIRN_L2_RPC', 'CAIRN_APP_A_RPC', 'CAIRN_APP_B_RPC', 'CAIRN_SOLANA_RPC', 'CAIRN_SOLANA_WS'] as const
  return [
    { port: env.CAIRN_PORT, what: 'the site', setting: 'CAIRN_PORT' },
    { port: env.CAIRN_GATEWAY_PORT, what: 'the gateway', setting: 'CAIRN_GATEWAY_PORT' },
    { port: env.CAIRN_RPC_PORT, what: "the slot's RPC", setting: 'CAIRN_RPC_PORT' },
    ...(env.DATABASE_URL ? [] : [{ port: env.CAIRN_POSTGRES_PORT, what: 'Postgres', setting: 'CAIRN_POSTGRES_PORT' }]),
    ...workerNames.map((name) => ({ port: healthPort(env, name), what: `the ${name}'s health`, setting: 'CAIRN_HEALTH_PORT' })),
    ...urls.flatMap((setting) => {
      const port = ownPort(env[setting])
      return port === null ? [] : [{ port, what: setting.slice('CAIRN_'.length), setting }]
    }),
  ]
}

/** Throws `config.invalid` naming the first port that is taken, or named twice. */
export async function requireFreePorts(env: Env) {
  const seen = new Map<number, Wanted>()
  for (const wanted of wantedPorts(env)) {
    const other = seen.get(wanted.port)
    if (other) throw refuse(wanted, `is also the port of ${other.what} (${other.setting})`)
    seen.set(wanted.port, wanted)
    if (!(await isFree(wanted.port))) throw refuse(wanted, 'is in use by another program')
  }
}

const refuse = ({ port, what, setting }: Wanted, reason: string) =>
  new CairnError('config.invalid', `Port ${port} for ${what} ${reason}. Set ${setting} to another one.`, {
    meta: { field: setting, found: port },
  })

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
