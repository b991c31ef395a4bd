import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Call = { method: string; params: readonly unknown[] }
/** Asks the real node. */
export type Honest = (method: string, params: readonly unknown[]) => Promise<unknown>

/**
 * How an endpoint lies or fails. `answer` gives another result for a call than the real node (`undefined`: the real one); `respond` takes over the whole
 * exchange and says whether it did.
 */
export type Lie = {
  name: string
  answer?(call: Call, result: unknown, honest: Honest): unknown
  respond?(exchange: { body: string; response: ServerResponse; honestly(): Promise<string> }): Promise<boolean>
}

type Message = { id: unknown; method: string; params?: readonly unknown[] }

/** An endpoint in front of a real node. It is honest until it is told a lie; all its clients see the same. */
export async function startLyingProxy(upstream: string) {
  let lie: Lie | null = null
  let requests = 0
  const post = async (body: string) =>
    (await fetch(upstream, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text()
  const honest: Honest = async (method, params) => JSON.parse(await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))).result

  async function answer(body: string): Promise<string> {
    const text = await post(body)
    const told = lie?.answer
    if (!told) return text
    const [asked, answers]: [Message | Message[], unknown] = [JSON.parse(body), JSON.parse(text)]
    const change = async ({ method, params = [] }: Message, given: { result?: unknown }) => {
      const other = await told({ method, params }, given.result, honest)
      return other === undefined ? given : { jsonrpc: '2.0', id: (given as { id?: unknown }).id, result: other }
    }
    const given = new Map([answers].flat().map((one) => [(one as Message).id, one as { result?: unknown }]))
    const changes = await Promise.all([asked].flat().map((message) => change(message, given.get(message.id) ?? {})))
    const changed = Array.isArray(asked) ? changes : changes[0]
    return JSON.stringify(changed)
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    requests++
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    if (await lie?.respond?.({ body, response, honestly: () => answer(body) })) return
    const text = await answer(body)
    response.writeHead(200, { 'content-type': 'application/json' }).end(text)
  }

  const server = createServer((request, response) => {
    // A client that went away in the middle is not the test's failure.
    serve(request, response).catch(() => response.destroy())
  })
  // A connection that the server closes while a client is about to use it is not the failure that is tested here.
  server.keepAliveTimeout = 300_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    tell: (next: Lie | null) => {
      lie = next
    },
    requests: () => requests,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type LyingProxy = Awaited<ReturnType<typeof startLyingProxy>>
