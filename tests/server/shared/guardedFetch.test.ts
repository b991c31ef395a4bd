import { existsSync, readFileSync } from 'node:fs'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuardedFetch, type GuardOptions, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { loopbackOrigin, outboundUrlProblem } from '#server/shared/outbound/outboundUrl.ts'
import { isPublicAddress } from '#server/shared/outbound/publicAddress.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { startTestDns } from '#tests/support/testDns.ts'
import { testCertificate, testKey } from '#tests/support/tls.ts'

const vectors = new URL('../../../../shared/vectors/ssrf/smokescreen-ips.json', import.meta.url)

describe.runIf(existsSync(vectors))('addresses of smokescreen', () => {
  type Case = { ip: string; class: string; expect: 'allow' | 'deny' }
  const { cases } = existsSync(vectors) ? (JSON.parse(readFileSync(vectors, 'utf8')) as { cases: Case[] }) : { cases: [] }
  // In no range that IANA gave out: those that are denied by name let it through, those that are allowed by name do not.
  const stricter = new Set(['64:ff9c::1'])
  it.each(cases)('$ip: $expect ($class)', ({ ip, expect: wanted }) => {
    expect(isPublicAddress(ip)).toBe(wanted === 'allow' && !stricter.has(ip))
  })
})

describe('addresses', () => {
  const inner = [
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.1.2.3',
      '100.64.0.1',
      '127.1',
      '169.254.169.254',
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.88.99.1',
    ],
    ...['192.168.1.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '::8.8.8.8',
      '64:ff9b::808:808',
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:db8::1',
    ],
    ...['2002:a00:1::1', '3fff::1', '5f00::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '4000::1'],
    ...['', 'example.org', '1.2.3.4.5'],
  ]
  it.each(inner)('%s is not public', (text) => expect(isPublicAddress(text)).toBe(false))
  it.each(['8.8.8.8', '1.1.1.1', '100.63.255.254', '172.32.0.1', '2606:4700:4700::1111'])('%s is public', (text) =>
    expect(isPublicAddress(text)).toBe(true),
  )
})

describe('URLs', () => {
  const refused = [
    ...[
      'http://example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'gopher://example.org/',
      'javascript:alert(1)',
      'data:,x',
      '//example.org',
    ],
    ...['https://localhost/', 'https://localhost./', 'https://a.localhost/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.1/'],
    ...[
      'https://0177.0.0.1/',
      'https://127.0.0.1./',
      'https://[::1]/',
      'https://[::ffff:7f00:1]/',
      'https://[fe80::1]/',
      'https://0.0.0.0/',
    ],
    ...['https://100.64.0.1/', 'https://[64:ff9b::a00:1]/', 'https://[2002:a00:1::1]/', 'https://169.254.169.254/latest/meta-data'],
    ...[
      'https://metadata.google.internal/',
      'https://printer.local/',
      'https://intranet/',
      'https://user@example.org/',
      'https://u:p@example.org/',
    ],
    ...[
      'https://example.org:22/',
      'https://example.org:80/',
      'https://example.org/#x',
      'https://$account.example.org/',
      'https://１２７.0.0.1/',
    ],
    ...['https://ⓛocalhost/', `https://example.org/${'a'.repeat(2000)}`, '', 'https://'],
  ]
  it.each(refused)('%s is refused', (url) => expect(outboundUrlProblem(url)).not.toBeNull())
  it.each([
    'https://example.org/a?b=$account',
    'https://example.org:8443/',
    'https://example.org./',
    'https://bücher.example/',
    'https://8.8.8.8/',
  ])('%s may be asked', (url) => expect(outboundUrlProblem(url)).toBeNull())
  it('tells the origin of this machine, over plain http only', () => {
    expect(loopbackOrigin('http://127.0.0.1:4000/x')).toBe('http://127.0.0.1:4000')
    for (const url of ['https://127.0.0.1:4000/', 'http://127.0.0.1.evil.org/', 'http://a@127.0.0.1:4000/', 'http://10.0.0.1/'])
      expect(loopbackOrigin(url)).toBeNull()
  })
})

describe('asking', () => {
  const json = { 'content-type': 'application/json' }
  let hits: string[] = []
  const answers: Record<string, RequestListener> = {
    '/ok': (_request, response) => void response.writeHead(200, json).end('{"ok":true}'),
    '/redirect': (request, response) =>
      void response.writeHead(Number(request.url?.split('?')[1] ?? 302), { location: 'https://169.254.169.254/' }).end(),
    '/html': (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    '/text': (_request, response) => void response.writeHead(200, { 'content-type': 'Text/Plain; charset=utf-8' }).end('line ✓'),
    '/gzip': (_request, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('x'),
    '/told-large': (_request, response) => void response.writeHead(200, { ...json, 'content-length': '9999999' }).end('x'),
    '/missing': (_request, response) => void response.writeHead(404).end('no'),
    '/drip': (_request, response) => {
      response.writeHead(200, json)
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    },
    '/endless': (_request, response) => {
      response.writeHead(200, json)
      const push = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', push)
      }
      push()
    },
    '/echo': (request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () =>
        response.writeHead(200, json).end(JSON.stringify({ method: request.method, body, key: request.headers['x-key'] })),
      )
    },
  }
  const listen: RequestListener = (request, response) => {
    hits.push(`${request.headers.host}${request.url}`)
    const answer = answers[(request.url ?? '').split('?')[0] ?? '']
    if (answer) answer(request, response)
    else response.writeHead(200, json).end('{}')
  }
  const secure = createServer({ key: testKey, cert: testCertificate }, listen)
  const second = createServer({ key: testKey, cert: testCertificate }, listen)
  const plain = createHttp(listen)
  // A URL may name port 8443 alone: loopback addresses of our own keep runs that happen at the same time apart.
  const part = () => 1 + Math.floor(Math.random() * 250)
  const [first, other] = [`127.${part()}.${part()}.2`, `127.${part()}.${part()}.3`]
  let base: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => secure.listen(8443, first, resolve))
    await new Promise<void>((resolve) => second.listen(8443, other, resolve))
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`
  })
  afterAll(() => {
    for (const server of [secure, second, plain]) {
      server.closeAllConnections()
      server.close()
    }
  })
  const reasonOf = async (url: string, options: GuardOptions = {}, more: { body?: string } = {}) => {
    const guarded = createGuardedFetch({ timeoutMs: 600, ...options })
    const error = await guarded({ url, method: more.body === undefined ? 'GET' : 'POST', ...more }).catch((caught: unknown) => caught)
    return error instanceof OutboundError ? error.reason : error
  }
  const onlyFirst = { resolve: async () => [first], allows: (address: string) => address === first, ca: testCertificate }

  it('brings an answer over TLS from the address that was checked', async () => {
    const guarded = createGuardedFetch(onlyFirst)
    expect(await guarded({ url: 'https://api.cairn.test:8443/ok', method: 'GET' })).toMatchObject({ status: 200, body: '{"ok":true}' })
    const posted = await guarded({ url: 'https://api.cairn.test:8443/echo', method: 'POST', headers: { 'x-key': 's' }, body: '{"a":1}' })
    expect(JSON.parse(posted.body)).toEqual({ method: 'POST', body: '{"a":1}', key: 's' })
  })

  it('refuses a name that any inner address hides behind, without a connection', async () => {
    hits = []
    expect(await reasonOf('https://api.cairn.test:8443/ok', { resolve: async () => ['8.8.8.8', '127.0.0.1'], ca: testCertificate })).toBe(
      'refused',
    )
    expect(await reasonOf('https://api.cairn.test:8443/ok', { resolve: async () => ['::ffff:127.0.0.1'], ca: testCertificate })).toBe(
      'refused',
    )
    expect(await reasonOf('https://api.cairn.test:8443/ok', { resolve: async () => [] })).toBe('unreachable')
    expect(hits).toEqual([])
  })

  it('asks a name once, and goes where that answer said: a name that is bound anew changes nothing', async () => {
    hits = []
    const dns = await startTestDns((_name, times) => [times === 1 ? first : other])
    const guarded = createGuardedFetch({ ...onlyFirst, resolve: dns.resolve })
    expect((await guarded({ url: 'https://api.cairn.test:8443/ok', method: 'GET' })).status).toBe(200)
    expect(dns.asked).toEqual(['api.cairn.test'])
    // Now it means the other address, which is not allowed.
    await expect(guarded({ url: 'https://api.cairn.test:8443/ok', method: 'GET' })).rejects.toMatchObject({ reason: 'refused' })
    expect(hits).toEqual(['api.cairn.test:8443/ok'])
    await dns.stop()
  })

  it('looks at the address that the socket reached, too', async () => {
    hits = []
    let looks = 0
    const allows = () => ++looks === 1
    expect(await reasonOf('https://api.cairn.test:8443/ok', { ...onlyFirst, allows })).toBe('refused')
    expect(hits).toEqual([])
  })

  it('takes no certificate of another name or of nobody', async () => {
    expect(await reasonOf('https://evil.cairn.test:8443/ok', onlyFirst)).toBe('unreachable')
    const { ca: _, ...without } = onlyFirst
    expect(await reasonOf('https://api.cairn.test:8443/ok', without)).toBe('unreachable')
  })

  it.each([
    ['/redirect', 'redirect'],
    ['/html', 'not-json'],
    ['/gzip', 'not-json'],
    ['/told-large', 'too-large'],
    ['/endless', 'too-large'],
    ['/drip', 'too-slow'],
  ])('%s: %s', async (path, reason) => expect(await reasonOf(`https://api.cairn.test:8443${path}`, onlyFirst)).toBe(reason))

  it('takes plain text where that is asked for, and nothing else then', async () => {
    const guarded = createGuardedFetch(onlyFirst)
    const ask = (path: string) => guarded({ url: `https://api.cairn.test:8443${path}`, method: 'GET', expects: 'text' })
    expect((await ask('/text')).body).toBe('line ✓')
    expect(await reasonOf('https://api.cairn.test:8443/text', onlyFirst)).toBe('not-json')
    for (const path of ['/ok', '/html']) await expect(ask(path)).rejects.toMatchObject({ reason: 'not-json' })
    await expect(ask('/missing')).resolves.toMatchObject({ status: 404, body: '' })
  })

  it('gives the status of a refusal without its body', async () => {
    const guarded = createGuardedFetch(onlyFirst)
    expect(await guarded({ url: 'https://api.cairn.test:8443/missing', method: 'GET' })).toMatchObject({ status: 404, body: '' })
  })

  it('asks this machine over plain http only where the settings name that origin', async () => {
    expect(await reasonOf(`${base}/ok`)).toBe('refused')
    expect(await reasonOf(`${base}/ok`, { localOrigins: new Set(['http://127.0.0.1:1']) })).toBe('refused')
    expect((await createGuardedFetch({ localOrigins: new Set([base]) })({ url: `${base}/ok`, method: 'GET' })).status).toBe(200)
  })

  it('says nothing of paths, queries or headers', async () => {
    const guarded = createGuardedFetch({ ...onlyFirst, timeoutMs: 300 })
    const error = await guarded({
      url: 'https://api.cairn.test:8443/drip?key=hidden',
      method: 'GET',
      headers: { 'x-key': 'hidden' },
    }).catch((e) => e)
    const closed = await guarded({ url: 'https://other.cairn.test/?key=hidden', method: 'GET' }).catch((e) => e)
    for (const { message } of [error, closed]) expect(message).not.toContain('hidden')
  })

  const url = (...urls: string[]) => (urls.every((one) => outboundUrlProblem(one) !== null) ? 'refused' : 'allowed')
  const hosts = (...names: string[]) => url(...names.map((name) => `https://${name}/`))
  runBadInputs('tests/server/shared/guardedFetch.test.ts', {
    'WH23-endpoint': () => url('http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/'),
    'WH25-endpoint': () => hosts('localhost', '127.1', '2130706433', '0x7f.1', '0177.0.0.1'),
    'WH27-endpoint': () => hosts('[::1]', '[::ffff:7f00:1]', '[fe80::1]', '0.0.0.0'),
    'WH29-endpoint': () => hosts('100.64.0.1', '[64:ff9b::a00:1]', '[2002:a00:1::1]'),
    async 'WH31-endpoint'() {
      let asked = 0
      const resolve = async () => (++asked === 1 ? [first] : ['10.0.0.1'])
      const guarded = createGuardedFetch({ ...onlyFirst, resolve })
      expect((await guarded({ url: 'https://api.cairn.test:8443/ok', method: 'GET' })).status).toBe(200)
      expect(asked).toBe(1)
      return reasonOf('https://api.cairn.test:8443/ok', { ...onlyFirst, resolve })
    },
    'WH33-endpoint': () => reasonOf('https://api.cairn.test:8443/ok', { resolve: async () => ['10.0.0.1'], ca: testCertificate }),
    async 'WH35-endpoint'() {
      const reasons = [301, 302, 307, 308].map((status) => reasonOf(`https://api.cairn.test:8443/redirect?${status}`, onlyFirst))
      const [reason, ...others] = [...new Set(await Promise.all(reasons))]
      expect(others).toEqual([])
      return reason
    },
    'WH37-endpoint': () => reasonOf('https://evil.cairn.test:8443/ok', onlyFirst),
    'WH39-endpoint': () => reasonOf('https://api.cairn.test:8443/endless', onlyFirst),
  })
})
