import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Registry } from 'prom-client'
import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Log } from '#server/shared/log.ts'
import { errorResponse } from './apiError.ts'
import { createHealthHandler } from './handlers/healthHandler.ts'
import { createMemoryLimiter } from './limiter.ts'
import { createBoundedServer, sendReply, sendWebResponse } from './nodeHttp.ts'
import { createRpcHandler } from './rpc/rpcHandler.ts'

export type RpcProcess = { access: SlotAccess; close(): Promise<void>; log: Log; port: number; callsPerMinute: number }

/** Starts the slot's RPC and answers how to stop it: no new connections, what is under way is answered. */
export async function startRpc({ access, close, log, port, callsPerMinute }: RpcProcess) {
  const metrics = new Registry()
  metrics.setDefaultLabels({ process: 'rpc' })
  collectDefaultMetrics({ register: metrics })
  const requests = new Counter({ name: 'cairn_rpc_requests_total', help: 'HTTP requests of the slot RPC', registers: [metrics] })
  const rpc = createRpcHandler({ access, log, callsPerMinute, limiter: createMemoryLimiter() })
  const health = createHealthHandler({ metrics, ready: access.isReady })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    requests.inc()
    if (path === '/' || path === '/rpc' || path === '/rpc/openrpc.json') return sendReply(request, response, await rpc(request))
    const found = (await health(path)) ?? errorResponse(new CairnError('not-found', 'There is nothing here.'), '')
    return sendWebResponse(request, response, found)
  }
  const server = createBoundedServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, path: request.url?.slice(0, 200) }, 'RPC request failed')
      response.destroy()
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  log.info({ port }, 'ready')
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 3000).unref()
      await closed
      await close()
      log.info('stopped')
    },
  }
}
