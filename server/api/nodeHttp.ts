import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { bodyTimeoutMs, tooLarge, tooSlow } from './handlers/requestFacts.ts'

/** A server that gives nobody more than 12 s to send a request: one byte a second must not hold a connection. */
export function createBoundedServer(listener: (request: IncomingMessage, response: ServerResponse) => void): Server {
  return createServer(
    { requestTimeout: 12_000, headersTimeout: 8_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 65_000 },
    listener,
  )
}

/** A Node request's headers as web headers. */
export function toHeaders(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) for (const item of [value ?? []].flat()) headers.append(name, item)
  return headers
}

/** A Node request as a web request. The body is passed on as a stream, so that whoever reads it decides how much. */
export function toWebRequest(request: IncomingMessage): Request {
  const headers = toHeaders(request)
  if (!headers.has('x-forwarded-for') && request.socket.remoteAddress) headers.set('x-forwarded-for', request.socket.remoteAddress)
  const method = request.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const url = new URL(request.url ?? '/', 'http://gateway.internal')
  return new Request(url, {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as NodeStream as BodyInit, duplex: 'half' } : {}),
  } as RequestInit)
}

/** The same as `readBody` for a Node request, at a fraction of what a web request and its stream cost. */
export function readNodeBody(request: IncomingMessage, limit: number, timeoutMs = bodyTimeoutMs): Promise<string> {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > limit) return Promise.reject(tooLarge(declared, limit))
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(tooSlow(timeoutMs)), timeoutMs)
    const fail = (error: Error) => {
      clearTimeout(timer)
      request.pause()
      request.removeAllListeners('data')
      reject(error)
    }
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) fail(tooLarge(size, limit))
      else chunks.push(chunk)
    })
    request.once('error', fail)
    request.once('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
  })
}

/** Sends a web response. A request whose body was not read to its end is closed: the rest would be taken for the next request. */
export async function sendWebResponse(request: IncomingMessage, response: ServerResponse, answer: Response) {
  const body = Buffer.from(await answer.arrayBuffer())
  sendReply(request, response, { status: answer.status, headers: Object.fromEntries(answer.headers), body })
}

/** A body that is text goes out in one write with its head. */
export type Reply = { status: number; headers: Record<string, string>; body: Buffer | string }

export function sendReply(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply) {
  const unread = !request.complete && request.method !== 'GET' && request.method !== 'HEAD'
  response.writeHead(status, {
    ...headers,
    ...(status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...(unread ? { connection: 'close' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
  if (unread) response.once('finish', () => request.destroy())
}
