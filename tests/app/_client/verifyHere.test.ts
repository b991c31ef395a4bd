import { createServer, type Server } from 'node:http'
import { decodeFunctionData, encodeFunctionResult, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Question, verifyHere } from '#app/_client/verifyHere.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { exportedFixture, now, slotDomain } from '#tests/server/credentials/exportedFixture.ts'

let fixture: Awaited<ReturnType<typeof exportedFixture>>
let server: Server
let url: string
/** Functions of the rollup that L2 does not answer just now. */
const away = new Set<string>()

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: (now + 100) * 1000 })
  fixture = await exportedFixture()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { id, method, params } = JSON.parse(Buffer.concat(chunks).toString())
    const result = method === 'eth_chainId' ? `0x${slotDomain.chainId.toString(16)}` : answer(params[0].data)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ jsonrpc: '2.0', id, ...(result ? { result } : { error: { code: -32_000, message: 'away' } }) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
})
afterAll(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function answer(data: Hex): Hex | null {
  const { functionName } = decodeFunctionData({ abi: rollupAbi, data })
  const { batch } = fixture.slot.state
  const root = toHex32(fixture.slot.state.root())
  if (away.has(functionName)) return null
  if (functionName === 'finalRoot') return encodeFunctionResult({ abi: rollupAbi, functionName, result: [true, root, BigInt(now)] })
  if (functionName !== 'finalHead') return null
  const head = { root, number: BigInt(batch), timestamp: BigInt(now), inboxIndex: 0n }
  return encodeFunctionResult({ abi: rollupAbi, functionName, result: head })
}

async function told(document: unknown = fixture.evm, at = url): Promise<Partial<Record<Question, string>>> {
  const answers: Partial<Record<Question, string>> = {}
  await verifyHere(document, { url: at, rollup: slotDomain.rollup }, (question, { code }) => {
    answers[question] = code
  })
  return answers
}

test('four questions get four answers', async () => {
  expect(await told()).toEqual({
    signature: 'signature.ok',
    notExpired: 'expiry.ok',
    inclusion: 'inclusion.ok',
    notRevoked: 'revocation.none',
  })
})

test('while L2 is away only what the file itself answers is told', async () => {
  expect(await told(fixture.evm, 'http://127.0.0.1:1')).toEqual({ signature: 'signature.ok', notExpired: 'expiry.ok' })
})

test('an L2 that goes away in between leaves the rest untold', async () => {
  away.add('finalHead')
  expect(await told()).toEqual({ signature: 'signature.ok', notExpired: 'expiry.ok', inclusion: 'inclusion.ok' })
  away.clear()
})

test('a changed file is told apart, and what is no file throws', async () => {
  const forged = { ...structuredClone(fixture.evm), name: 'Another quest' }
  expect(await told(forged)).toMatchObject({ signature: 'signature.mismatch', inclusion: 'inclusion.ok' })
  await expect(told({ not: 'a credential' })).rejects.toMatchObject({ code: 'credential.invalid' })
})
