import net from 'node:net'
import { PgFrames } from './pgFrames.ts'
import { PgSession, type PgStep } from './pgSession.ts'

/** Whether a message goes on its way; `cut`: neither it nor anything after it, on no connection. */
export type Verdict = 'pass' | 'cut'

export type PostgresHooks = {
  /** A message that commits these writes has come from the process and has not reached the server. */
  before(writes: readonly PgStep[]): Verdict
  /** The server has committed these writes and the process does not know it yet. */
  after(writes: readonly PgStep[]): Verdict
}

/** Stands between one process and Postgres. `url`: what the process connects to. */
export async function startPostgresProxy(databaseUrl: string, hooks: PostgresHooks) {
  const target = new URL(databaseUrl)
  const pairs = new Set<() => void>()
  const cut = () => {
    for (const end of pairs) end()
  }
  const server = net.createServer((client) => pairs.add(connect(client, target, { hooks, cut, gone: (end) => pairs.delete(end) })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url: url.href,
    cut,
    async stop() {
      cut()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export type PostgresProxy = Awaited<ReturnType<typeof startPostgresProxy>>

type Line = { hooks: PostgresHooks; cut(): void; gone(end: () => void): void }

/** One connection of the process with its own one to the server; answers how to end both. */
function connect(client: net.Socket, target: URL, { hooks, cut, gone }: Line): () => void {
  const server = net.connect(Number(target.port), target.hostname)
  for (const socket of [client, server]) socket.setNoDelay(true)
  const session = new PgSession()
  const [asking, answering] = [new PgFrames('client'), new PgFrames('server')]
  const end = () => {
    client.destroy()
    server.destroy()
    gone(end)
  }
  let held: Buffer[] = []
  client.on('data', (chunk) => {
    for (const frame of asking.push(chunk)) {
      const writes = session.fromClient(frame)
      if (writes && hooks.before(writes) === 'cut') return cut()
      server.write(frame.bytes)
    }
  })
  server.on('data', (chunk) => {
    for (const frame of answering.push(chunk)) {
      // The whole answer to a commit is kept back until it is known whether the process may hear of it.
      held.push(frame.bytes)
      const wasCommitting = session.committing
      const writes = session.fromServer(frame)
      if (writes && hooks.after(writes) === 'cut') return cut()
      if (wasCommitting && session.committing) continue
      client.write(Buffer.concat(held))
      held = []
    }
  })
  for (const socket of [client, server]) socket.on('error', end).on('close', end)
  return end
}
