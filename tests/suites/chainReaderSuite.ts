import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders, probeEndpoint } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import { isChainError } from '#chains/errors.ts'
import { type AnyReader, probe, type TokenId } from '#chains/reader.ts'
import { freePort } from '#tests/support/ports.ts'

/** A running node with what the suite asks of it. */
export type ReaderFixture = {
  chain: Chain
  url: string
  /** Sends the given amount of native coin from a funded wallet to a fresh address; resolves once it is in a block. */
  pay(amount: bigint): Promise<{ hash: string; from: string; to: string }>
  /** Makes the chain move on by itself or by hand until what was there is final. */
  settle(): Promise<void>
  unknownHash: string
  malformedHash: string
  /** A token that is no contract there. */
  absentToken: TokenId
  stop(): Promise<void>
}

/** What every adapter must do, on a real node of its kind. */
export function chainReaderSuite(name: string, start: () => Promise<ReaderFixture>) {
  describe(`${name} reader`, () => {
    let fixture: ReaderFixture
    let reader: AnyReader
    const readerAt = (url: string, chain = fixture.chain, timeoutMs = 2000): AnyReader => {
      const [first] = createReaders(chain, { urls: { [chain.id]: url } }, { timeoutMs })
      if (!first) throw new Error('no reader')
      return first
    }
    const failureOf = async (read: Promise<unknown>) => {
      const error = await read.then(
        () => null,
        (thrown: unknown) => thrown,
      )
      if (!isChainError(error)) throw new Error(`not a chain error: ${String(error)}`)
      return { retryable: error.retryable, reason: error.reason, code: error.code }
    }

    beforeAll(async () => {
      fixture = await start()
      reader = readerAt(fixture.url)
    })
    afterAll(() => fixture?.stop())

    it('reads its head: finalized <= safe <= latest, with hashes and times', async () => {
      await fixture.settle()
      const { latest, safe, finalized } = await reader.head()
      expect(finalized.number <= safe.number && safe.number <= latest.number).toBe(true)
      expect(finalized.number).toBeGreaterThan(0n)
      expect(latest.hash).not.toBe('')
      expect(latest.time).toBeGreaterThan(1_600_000_000)
      expect(await reader.block(finalized.number)).toMatchObject({ number: finalized.number, hash: finalized.hash })
    })

    it('sees a payment, its signer and both balances, then sees it final', async () => {
      const { hash, from, to } = await fixture.pay(2_000_000n)
      const transaction = await reader.transaction(hash)
      expect(transaction).toMatchObject({ hash, success: true, signers: [from] })
      await fixture.settle()
      const head = await reader.head()
      expect(transaction && head.finalized.number >= transaction.block.number).toBe(true)
      const native = { standard: 'native' } as const
      const [received, sender] = await reader.balances(
        [
          { owner: to, token: native },
          { owner: from, token: native },
        ],
        'finalized',
      )
      expect(received).toBe(2_000_000n)
      expect(sender).toBeGreaterThan(0n)
      const block = transaction && (await reader.block(transaction.block.number))
      expect(block?.hash).toBe(transaction?.block.hash)
    })

    it('answers what is not there with null or zero, not with an error', async () => {
      expect(await reader.transaction(fixture.unknownHash)).toBeNull()
      expect(await reader.block(4_000_000_000n)).toBeNull()
      const { to } = await fixture.pay(1_000_000n)
      const [balance] = await reader.balances([{ owner: to, token: fixture.absentToken }], 'latest')
      expect(balance === null || balance === 0n).toBe(true)
    })

    it('calls a malformed question permanent', async () => {
      expect(await failureOf(reader.transaction(fixture.malformedHash))).toMatchObject({
        retryable: false,
        reason: 'refused',
        code: 'chain.refused',
      })
    })

    it('calls an endpoint that is not there retryable', async () => {
      const gone = readerAt(`http://127.0.0.1:${await freePort()}`)
      expect(await failureOf(gone.head())).toEqual({ retryable: true, reason: 'unreachable', code: 'chain.unreachable' })
      expect(await failureOf(gone.transaction(fixture.unknownHash))).toMatchObject({ retryable: true })
    })

    it.each([
      [429, { retryable: true, reason: 'rate-limited' }],
      [503, { retryable: true, reason: 'unreachable' }],
      [403, { retryable: false, reason: 'forbidden' }],
    ])('sorts HTTP %i', async (status, expected) => {
      const server = await answering((_, response) => void response.writeHead(status).end('no'))
      expect(await failureOf(readerAt(server.url).head())).toMatchObject(expected)
      await server.stop()
    })

    it('calls silence a timeout and nonsense a bad answer, both retryable', async () => {
      const silent = await answering(() => {})
      expect(await failureOf(readerAt(silent.url, fixture.chain, 300).head())).toMatchObject({ retryable: true, reason: 'timeout' })
      await silent.stop()
      const nonsense = await answering(
        (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"jsonrpc":'),
      )
      expect(await failureOf(readerAt(nonsense.url).head())).toMatchObject({ retryable: true })
      await nonsense.stop()
    })

    it('refuses an endpoint that serves another chain, and recovers when an endpoint comes back', async () => {
      const other: Chain = {
        ...fixture.chain,
        reference: fixture.chain.namespace === 'eip155' ? '999' : '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
        local: false,
      }
      expect(await failureOf(readerAt(fixture.url, other).head())).toMatchObject({ retryable: false, reason: 'wrong-chain' })
      const port = await freePort()
      const late = readerAt(`http://127.0.0.1:${port}`)
      expect(await failureOf(late.head())).toMatchObject({ reason: 'unreachable' })
      const proxy = await answering(async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk as Buffer)
        const answer = await fetch(fixture.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: Buffer.concat(chunks),
        })
        response.writeHead(200, { 'content-type': 'application/json' }).end(await answer.text())
      }, port)
      expect((await late.head()).latest.number).toBeGreaterThan(0n)
      await proxy.stop()
    })

    it('reports health and lag, and never throws while doing so', async () => {
      const well = await probe(reader, Date.now)
      if (!well.ok) throw new Error(well.reason)
      expect(well.finalityLag).toBeGreaterThanOrEqual(0n)
      const later = await probe(reader, () => Date.now() + 3_600_000)
      expect(later.ok && later.lagSeconds).toBeGreaterThanOrEqual(3_590)
      expect(await probe(readerAt(`http://127.0.0.1:${await freePort()}`), Date.now)).toMatchObject({
        ok: false,
        reason: 'unreachable',
        retryable: true,
      })
    })

    it('does what its definition promises', async () => {
      await fixture.settle()
      const findings = await probeEndpoint(fixture.chain, { url: fixture.url, operator: 'own' }, { now: Date.now })
      expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
      expect(findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['chain', 'latest', 'finalized', 'batch']))
    })

    it('counts its requests', async () => {
      const before = reader.requests()
      await reader.head()
      expect(reader.requests()).toBeGreaterThan(before)
    })
  })
}

type Handler = Parameters<typeof createServer>[1]

async function answering(handler: NonNullable<Handler>, port = 0) {
  const server: Server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, stop }
}
