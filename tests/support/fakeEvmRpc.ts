import { createServer } from 'node:http'

type Call = { id: number; method: string; params?: unknown[] }
type Refusal = { code: number; message: string }

/** How the endpoint behaves: what it does not say is as a generous node does it. */
export type FakeEvm = {
  chainId: number
  head?: number
  /** Seconds since the epoch of the newest block. */
  time?: number
  blockSeconds?: number
  /** Tags that are refused with this error. */
  refusedTags?: Partial<Record<'safe' | 'finalized', Refusal>>
  /** More calls than this in one request are refused as a whole. */
  batch?: number
  /** Logs of more blocks than this are refused. */
  logRange?: number
  code?: string
}

const hex = (value: number) => `0x${value.toString(16)}`

/** An EVM endpoint that answers what a head and a probe ask for. `requests()` counts HTTP requests. */
export async function startFakeEvm(given: FakeEvm) {
  // Its blocks keep their times: a second may pass between two questions.
  const behaviour = { time: Math.floor(Date.now() / 1000), ...given }
  let requests = 0
  const server = createServer(async (request, response) => {
    requests++
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Call | Call[]
    const tooMany = Array.isArray(body) && body.length > (behaviour.batch ?? 1000)
    const answer = Array.isArray(body) ? body.map((call) => answerOf(behaviour, call)) : answerOf(behaviour, body)
    response.writeHead(tooMany ? 500 : 200, { 'content-type': 'application/json' })
    response.end(tooMany ? '{"error":{"code":31,"message":"batches of so many are not allowed"}}' : JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${port}`, requests: () => requests, stop }
}

function answerOf(behaviour: FakeEvm, { id, method, params = [] }: Call) {
  const result = (value: unknown) => ({ jsonrpc: '2.0', id, result: value })
  const refused = (error: Refusal) => ({ jsonrpc: '2.0', id, error })
  const { head = 10_000, time = Math.floor(Date.now() / 1000), blockSeconds = 1 } = behaviour
  const blockAt = (number: number) => {
    const word = `0x${number.toString(16).padStart(64, '0')}`
    return { number: hex(number), hash: word, parentHash: word, timestamp: hex(time - (head - number) * blockSeconds), transactions: [] }
  }
  if (method === 'eth_chainId') return result(hex(behaviour.chainId))
  if (method === 'eth_getCode') return result(behaviour.code ?? '0x60')
  if (method === 'eth_getLogs') {
    const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string }
    const range = Number(toBlock) - Number(fromBlock) + 1
    return range > (behaviour.logRange ?? range) ? refused({ code: -32_000, message: 'exceeds maximum block range' }) : result([])
  }
  if (method !== 'eth_getBlockByNumber') return refused({ code: -32_601, message: 'method not found' })
  const at = params[0] as string
  const refusal = at === 'safe' || at === 'finalized' ? behaviour.refusedTags?.[at] : undefined
  if (refusal) return refused(refusal)
  const tags: Record<string, number> = { latest: head, safe: head - 5, finalized: head - 10 }
  const number = tags[at] ?? Number(at)
  return result(number > head ? null : blockAt(number))
}
