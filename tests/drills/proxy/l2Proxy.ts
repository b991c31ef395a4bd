import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { keccak256 } from 'viem'
import type { Verdict } from './postgresProxy.ts'

type Hex = `0x${string}`

export type L2Hooks = {
  /** A signed transaction that has not reached the node. */
  before(rawTx: Hex): Verdict
  /** The node has taken it, and the process does not know it yet. */
  after(rawTx: Hex): Verdict
}

/**
 * What the node does to this process: `away` = no connection; `busy` = 429 with Retry-After; `swallow` = sends are answered with their hash
 * and kept from the node.
 */
export type L2Mood = 'well' | 'away' | 'busy' | 'swallow'

/** Stands between one process and its L2 node. */
export async function startL2Proxy(nodeUrl: string, hooks: L2Hooks) {
  let mood: L2Mood = 'well'
  const swallowed: Hex[] = []
  const counts = { requests: 0, refused: 0, sends: 0 }
  const connections = new Set<{ destroy(): void }>()
  const forward = async (body: string) => {
    const answer = await fetch(nodeUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    return answer.text()
  }
  const cut = () => {
    for (const socket of connections) socket.destroy()
  }
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    counts.requests++
    if (mood === 'away' || mood === 'busy') counts.refused++
    if (mood === 'away') return void request.socket.destroy()
    if (mood === 'busy') return void response.writeHead(429, { 'retry-after': '1' }).end('{"error":"too many requests"}')
    const rawTx = sentTransaction(body)
    if (rawTx === null) return void respond(response, await forward(body))
    counts.sends++
    if (hooks.before(rawTx) === 'cut') return cut()
    if (mood === 'swallow') {
      swallowed.push(rawTx)
      return void respond(response, JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(body).id, result: keccak256(rawTx) }))
    }
    const answer = await forward(body)
    if (!answer.includes('"error"') && hooks.after(rawTx) === 'cut') return cut()
    respond(response, answer)
  }
  const server = createServer((request, response) => {
    // The node is gone or the process is: the other side sees a broken connection, as without us.
    handle(request, response).catch(() => request.socket.destroy())
  })
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    ...{ counts, swallowed, cut },
    set(next: L2Mood) {
      mood = next
      if (mood === 'away') cut()
    },
    /** Hands the node what was kept from it: old transactions that turn up late. */
    async release() {
      for (const rawTx of swallowed.splice(0))
        await forward(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_sendRawTransaction', params: [rawTx] }))
    },
    async stop() {
      cut()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export type L2Proxy = Awaited<ReturnType<typeof startL2Proxy>>

/** The raw transaction of a body that sends one; null for any other call. */
export function sentTransaction(body: string): Hex | null {
  const call = JSON.parse(body) as { method?: string; params?: unknown[] }
  const [rawTx] = call.params ?? []
  return call.method === 'eth_sendRawTransaction' && typeof rawTx === 'string' ? (rawTx as Hex) : null
}

const respond = (response: ServerResponse, text: string) => response.writeHead(200, { 'content-type': 'application/json' }).end(text)

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
