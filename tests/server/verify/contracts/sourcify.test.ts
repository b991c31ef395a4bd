import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { composeOutbound } from '#server/compose/outbound.ts'
import { readEnv } from '#server/shared/env.ts'
import { createGuardedFetch, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { createSourcify, sourcifyBytes } from '#server/verify/contracts/sourcifyClient.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'

const address = '0x7a250d5630b4cf539739df2c5dacb4c659f2488d'
const abi = [{ type: 'function', name: 'factory', inputs: [], outputs: [{ name: '', type: 'address' }], stateMutability: 'view' }]
/** As the server of Sourcify answers (docs.sourcify.dev/docs/api, get-contract). */
const verified = {
  match: 'exact_match',
  creationMatch: 'exact_match',
  runtimeMatch: 'exact_match',
  chainId: '1',
  address: '0x7a250d5630B4cF539739dF2C5dAcb4c659F2488D',
  verifiedAt: '2024-07-24T12:00:00Z',
  matchId: '3266227',
  abi,
  compilation: { name: 'UniswapV2Router02' },
}

let reply: { status: number; body: string; headers: Record<string, string> }
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
  response.end(reply.body)
})
let origin: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  asked.length = 0
  answer(200, verified)
})

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  reply = { status, body: typeof body === 'string' ? body : JSON.stringify(body), headers }
}
const sourcify = () =>
  createSourcify({ url: `${origin}/server/`, fetch: createGuardedFetch({ localOrigins: new Set([origin]), maxBytes: sourcifyBytes }) })
const find = () => sourcify().find('1', address)

describe('Sourcify', () => {
  it('is asked once, for what is needed, and says how well the source fits', async () => {
    expect(await find()).toEqual({ abi, exact: true, name: 'UniswapV2Router02' })
    expect(asked).toEqual([`/server/v2/contract/1/${address}?fields=abi,compilation.name`])
    answer(200, { ...verified, match: 'match' })
    expect(await find()).toMatchObject({ exact: false })
  })

  it('knows nothing of a contract that is not verified there, or of a chain that it does not serve', async () => {
    answer(404, { match: null, creationMatch: null, runtimeMatch: null, chainId: '1', address })
    expect(await find()).toBeNull()
    answer(400, { customCode: 'unsupported_chain', message: 'no', errorId: 'x' })
    expect(await find()).toBeNull()
    answer(200, { ...verified, match: null, abi: null })
    expect(await find()).toBeNull()
  })

  it('names of contracts that are no names are left out', async () => {
    for (const name of ['<b>Router</b>', 'Router\u202e', 'x'.repeat(101)]) {
      answer(200, { ...verified, compilation: { name } })
      expect(await find()).toMatchObject({ name: null })
    }
    answer(200, { ...verified, compilation: null })
    expect(await find()).toMatchObject({ name: null })
  })

  it('is off unless it is configured', () => {
    expect(composeOutbound(readEnv({})).abiSource).toBeNull()
    expect(composeOutbound(readEnv({ CAIRN_SOURCIFY_URL: 'https://sourcify.dev/server' })).abiSource).not.toBeNull()
    expect(() => readEnv({ CAIRN_SOURCIFY_URL: 'sourcify' })).toThrow('CAIRN_SOURCIFY_URL')
  })
})

/** Why an answer does not count. */
async function reason(find: () => Promise<unknown>): Promise<string> {
  try {
    await find()
  } catch (error) {
    if (error instanceof OutboundError) return error.reason
    throw error
  }
  return 'taken'
}
const replied = (...given: Parameters<typeof answer>) => {
  answer(...given)
  return reason(find)
}
const at = (url: string) => reason(() => createSourcify({ url, fetch: createGuardedFetch() }).find('1', address))

runBadInputs('tests/server/verify/contracts/sourcify.test.ts', {
  CI30: () => replied(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  CI31: () => replied(200, '<!doctype html><title>Sign in</title>'),
  CI32: () => replied(302, '', { location: 'http://169.254.169.254/latest/meta-data' }),
  CI33: () => replied(200, JSON.stringify({ ...verified, abi: ['x'.repeat(10_000_000)] })),
  CI34: () => replied(200, { ...verified, address: '0x00000000000000000000000000000000deadbeef' }),
  CI35: () => replied(200, { ...verified, chainId: '10' }),
  CI36: () => replied(200, { ...verified, abi: 'none' }),
  CI37: () => replied(200, { ...verified, match: 'perfect' }),
  CI38: () => replied(503, { message: 'busy' }),
  CI39: () => at('https://10.0.0.1/server'),
  CI40: () => at('http://127.0.0.1:5555/server'),
})
