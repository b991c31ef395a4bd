import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodeAbiParameters, type Hex, numberToHex, pad, toEventSelector } from 'viem'
import { afterAll, beforeAll, expect } from 'vitest'
import { createGuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { createEvidenceRouter } from '#server/verify/evidence/evidenceRouter.ts'
import { createHttpEvidence } from '#server/verify/evidence/httpEvidenceClient.ts'
import { createOffchainEvidence } from '#server/verify/evidence/offchainEvidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { type EvidenceReader, verifyRule } from '#server/verify/run.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'

let world: ChainWorld
let member: Awaited<ReturnType<ChainWorld['member']>>
let evidence: EvidenceReader
let base: string
const server = createServer((_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end())
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  world = await startChainWorld()
  member = await world.member()
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
  const http = createHttpEvidence({
    fetch: createGuardedFetch({ localOrigins: new Set([base]) }),
    secrets: async () => new Map(),
    now: Date.now,
    sleep,
  })
  const offchain = createOffchainEvidence({
    http,
    oauth: async (query) => ({ query, records: [], complete: true, providers: [] }),
    facts: { listRows: async () => null, cubes: async () => [] },
    sleep,
  })
  evidence = createEvidenceRouter({ chain: world.evidence, offchain })
})
afterAll(() => {
  server.close()
  world?.node.stop()
})

async function statusOf(rule: Rule): Promise<string> {
  const { verdict } = await verifyRule({ evidence }, rule, { context: world.contextOf(member.walletId) })
  return verdict.status
}

let next = 0xbad000
/** A contract that runs this code. */
async function contract(bytecode: Hex): Promise<Hex> {
  const address = pad(numberToHex(++next), { size: 20 })
  await world.control.setCode({ address, bytecode })
  await world.mine(3)
  return address
}

/** A contract that answers every call with these bytes: CODECOPY of what stands behind its 15 bytes of code, RETURN. */
function answering(bytes: Hex): Promise<Hex> {
  const length = ((bytes.length - 2) / 2).toString(16).padStart(4, '0')
  return contract(`0x61${length}61000f60003961${length}6000f3${bytes.slice(2)}`)
}

const view = (to: Hex, outputs: string, condition: object, more: object = {}): Rule =>
  parseRule({
    kind: 'evm.read',
    chain: world.chain,
    params: { to, function: `function f() view returns (${outputs})`, where: [condition], ...more },
  })

const word = (value: bigint) => value.toString(16).padStart(64, '0')

runBadInputs('tests/server/verify/badAnswers.chain.test.ts', {
  // CALLER, MSTORE, RETURN.
  QD36: async () => statusOf(view(await contract('0x3360005260206000f3'), 'address who', { arg: 'who', op: 'eq', value: '$account' })),
  async 'QD36-time'() {
    const clock = await contract('0x4260005260206000f3')
    const { number, timestamp } = await world.control.getBlock()
    await world.mine(5)
    return statusOf(view(clock, 'uint256 at', { arg: 'at', op: 'eq', value: String(timestamp) }, { at: { block: String(number) } }))
  },
  QD40: () =>
    statusOf(
      parseRule({
        kind: 'http',
        params: { url: `${base}/x`, method: 'GET', where: [{ path: 'ok', type: 'bool', op: 'eq', value: true }] },
      }),
    ),
  AB26: async () => statusOf(view(await answering(`0x${'00'.repeat(31)}`), 'uint256 a', { arg: 'a', op: 'gte', value: '0' })),
  async AB28() {
    // Each of ten dimensions is a list of eight that all lead back to its own start.
    const bomb: Hex = `0x${word(32n)}${word(8n)}${word(0n).repeat(8)}`
    const target = await answering(bomb)
    const started = performance.now()
    const status = await statusOf(view(target, `uint256${'[]'.repeat(10)} a`, { arg: 'a.0.0.0.0.0.0.0.0.0.0', op: 'gte', value: '0' }))
    expect(performance.now() - started).toBeLessThan(5000)
    return status
  },
  AB30: async () => statusOf(view(await answering(`0x${word(2n)}`), 'bool a', { arg: 'a', op: 'eq', value: true })),
  async 'AB30-text'() {
    const text = encodeAbiParameters([{ type: 'bytes' }], ['0xff'])
    return statusOf(view(await answering(text), 'string a', { arg: 'a', op: 'eq', value: 'ok' }))
  },
  async AB32() {
    const topic = toEventSelector('Deposit(address,uint256)').slice(2)
    const emitter = await contract(`0x7f${member.address.slice(2).padStart(64, '0')}7f${topic}601f6000a200`)
    await world.mined(await member.wallet.sendTransaction({ to: emitter, gas: 100_000n }))
    await world.mine(3)
    return statusOf(
      parseRule({
        kind: 'evm.event',
        chain: world.chain,
        params: { addresses: [emitter], event: 'event Deposit(address indexed dst, uint256 wad)', claimant: 'dst' },
      }),
    )
  },
})
