import { Resolver } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { loopbackOrigin, outboundUrlProblem } from './outboundUrl.ts'
import { isPublicAddress } from './publicAddress.ts'

export type OutboundRequest = {
  url: string
  method: 'GET' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** What answer counts: JSON, unless plain text is asked for. */
  expects?: 'json' | 'text'
}
/** `body`: text, at most `maxBytes` of UTF-8. */
export type OutboundAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string }

/** `refused`: may not be asked. `unreachable`: no answer. `redirect`, `too-large`, `too-slow`, `not-json`: an answer that is not taken (neither is text of another kind than was asked for). */
export type OutboundReason = 'refused' | 'unreachable' | 'redirect' | 'too-large' | 'too-slow' | 'not-json'

/** Why an endpoint gave no answer that counts. The message names the host at most: a URL or header may hold a secret. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError'
  readonly reason: OutboundReason
  constructor(reason: OutboundReason, detail: string, options: { cause?: unknown } = {}) {
    super(detail, options)
    this.reason = reason
  }
}

export type GuardOptions = {
  /** Origins of this machine that may be asked over plain http: for local stacks. */
  localOrigins?: ReadonlySet<string>
  /** Every IPv4 and IPv6 address of a host name. */
  resolve?: (host: string) => Promise<string[]>
  allows?: (address: string) => boolean
  /** Certificate authority to trust beside the system's, PEM. */
  ca?: string
  maxBytes?: number
  timeoutMs?: number
}

export type GuardedFetch = (request: OutboundRequest) => Promise<OutboundAnswer>

/**
 * Asks endpoints that somebody else chose. The name is resolved once, by us; every address it has must be public, and the connection goes to one of those
 * very addresses, so a name that means something else a moment later changes nothing. No redirect is followed; body and time are bounded; the answer must
 * be JSON (or plain text, where that is asked for), uncompressed. Throws `OutboundError`.
 */
export function createGuardedFetch(options: GuardOptions = {}): GuardedFetch {
  const { localOrigins = new Set<string>(), resolve = resolveAll, allows = isPublicAddress } = options
  const { maxBytes = 256 * 1024, timeoutMs = 5000, ca } = options
  return async (request) => {
    const local = loopbackOrigin(request.url)
    const mayBeLocal = local !== null && localOrigins.has(local)
    const problem = mayBeLocal ? null : outboundUrlProblem(request.url)
    if (problem !== null) throw new OutboundError('refused', problem)
    const url = new URL(request.url)
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const addresses = mayBeLocal ? null : await checkedAddresses(url, { resolve, allows, signal })
      return await exchange(url, request, { addresses, allows, signal, maxBytes, ca })
    } catch (cause) {
      if (cause instanceof OutboundError) throw cause
      if (signal.aborted) throw new OutboundError('too-slow', `${url.hostname} did not answer within ${timeoutMs / 1000} s`, { cause })
      throw new OutboundError('unreachable', `${url.hostname} does not answer`, { cause })
    }
  }
}

type Check = { resolve: (host: string) => Promise<string[]>; allows: (address: string) => boolean; signal: AbortSignal }

async function checkedAddresses(url: URL, { resolve, allows, signal }: Check): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const addresses = isIP(host) === 0 ? await Promise.race([resolve(host), aborted(signal)]) : [host]
  if (addresses.length === 0) throw new OutboundError('unreachable', `${url.hostname} has no address`)
  // One inner address among public ones is a name that was made to reach it.
  if (!addresses.every(allows)) throw new OutboundError('refused', `${url.hostname} leads to an address that is not public`)
  return addresses
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

/** By DNS alone: neither the hosts file nor the machine's search list has a say. */
async function resolveAll(host: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason
  return [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

type Exchange = {
  addresses: string[] | null
  allows: (address: string) => boolean
  signal: AbortSignal
  maxBytes: number
  ca: string | undefined
}

function exchange(url: URL, { method, headers, body, expects = 'json' }: OutboundRequest, input: Exchange): Promise<OutboundAnswer> {
  const { addresses, allows, signal, maxBytes, ca } = input
  const pinned = addresses === null ? {} : { lookup: answering(addresses) }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const outgoing = send(
      url,
      {
        method,
        // No pool: a connection is for the one request whose host was checked.
        agent: false,
        headers: { accept: 'application/json', 'user-agent': 'Cairn/0.1', ...headers, 'accept-encoding': 'identity' },
        signal,
        ...(ca === undefined ? {} : { ca }),
        ...pinned,
      },
      (incoming) => readAnswer(incoming, url, { maxBytes, expects }).then(resolve, reject),
    )
    outgoing.on('error', reject)
    outgoing.on('socket', (socket: Socket) =>
      socket.once('connect', () => {
        const reached = socket.remoteAddress ?? ''
        if (addresses !== null && !allows(reached))
          outgoing.destroy(new OutboundError('refused', `${url.hostname} leads to an address that is not public`))
      }),
    )
    outgoing.end(body)
  })
}

/** A lookup that knows nothing but the addresses that were checked. */
function answering(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, callback) => {
    const [first] = all
    if (options.all === true) callback(null, all)
    else callback(null, first?.address ?? '', first?.family)
  }
}

type Wanted = { maxBytes: number; expects: 'json' | 'text' }

async function readAnswer(incoming: IncomingMessage, url: URL, { maxBytes, expects }: Wanted): Promise<OutboundAnswer> {
  const refuse = (reason: OutboundReason, detail: string) => {
    incoming.destroy()
    return new OutboundError(reason, `${url.hostname} ${detail}`)
  }
  const status = incoming.statusCode ?? 0
  if (status >= 300 && status < 400) throw refuse('redirect', `answered ${status}: redirects are not followed`)
  const encoding = incoming.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw refuse('not-json', 'answered compressed, which was not asked for')
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw refuse('too-large', `answered more than ${maxBytes} bytes`)
  const type = incoming.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const isWanted = expects === 'text' ? type === 'text/plain' : /^application\/([\w.-]+\+)?json$/.test(type)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw refuse('too-large', `answered more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  // Errors and "no content" may come in any dress: their status says enough.
  if (!isWanted && size > 0 && status < 300) throw refuse('not-json', `did not answer ${expects === 'text' ? 'plain text' : 'JSON'}`)
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))
  return { status, headers, body: isWanted ? Buffer.concat(chunks).toString('utf8') : '' }
}
