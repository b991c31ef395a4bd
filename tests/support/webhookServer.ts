import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { vi } from 'vitest'

export type Received = { path: string; headers: Record<string, string>; body: string }
/** How an endpoint answers: `times` counts what it got so far, from 1. */
export type Answer = (response: ServerResponse, got: Received, times: number) => void

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    void response.writeHead(code, headers).end(body)

/** A server of a project on this machine: each path is an endpoint, which answers 204 until it is told otherwise. */
export async function startWebhookServer() {
  const received: Received[] = []
  const answers = new Map<string, Answer>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      const got = { path, headers, body: Buffer.concat(chunks).toString() }
      received.push(got)
      const answer = answers.get(path) ?? status(204)
      answer(response, got, received.filter((each) => each.path === path).length)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    at: (path: string) => received.filter((each) => each.path === path),
    answer: (path: string, answer: Answer) => void answers.set(path, answer),
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** What a receiver's library (npm `standardwebhooks`) makes of a request at that time (milliseconds). Throws when it would refuse it. */
export function judge(secret: string, { body, headers }: Received, at: number = Date.now()): unknown {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(at)
  try {
    return new Webhook(secret).verify(body, headers)
  } finally {
    clock.mockRestore()
  }
}
