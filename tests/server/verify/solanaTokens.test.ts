import { createServer } from 'node:http'
import { base58, base64 } from '@scure/base'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createSolanaReader } from '#chains/adapters/solana/createSolanaReader.ts'
import { associatedTokenAddress, derivedAddress } from '#chains/adapters/solana/derivedAddress.ts'
import { programs } from '#chains/adapters/solana/programs.ts'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import type { Head, SolanaReader, TokenAccount } from '#chains/reader.ts'
import { createTokensPart } from '#server/verify/evidence/solanaTokensClient.ts'
import type { SolanaTokenRecord, SolanaTokensQuery } from '#server/verify/query.ts'

const key = (name: string) => derivedAddress(programs.system, [new TextEncoder().encode(name)]) ?? ''
const mints = [
  { address: key('classic'), program: programs.token },
  { address: key('newer'), program: programs.token2022 },
] as const
const [classic] = mints
const block = (number: bigint) => ({ number, hash: `h${number}`, parentHash: '', time: 1_800_000_000 })
const head: Head = { latest: block(120n), safe: block(120n), finalized: block(90n) }

/** A token account at the usual place of a wallet, or at another. */
function account(
  wallet: string,
  amount: bigint,
  more: { mint?: (typeof mints)[number]; place?: string; owner?: string; frozen?: boolean } = {},
) {
  const { mint = classic, owner = wallet, frozen = false } = more
  const address = more.place ?? associatedTokenAddress(wallet, mint.address, mint.program) ?? ''
  return { address, program: mint.program, mint: mint.address, owner, amount, frozen } satisfies TokenAccount
}

const question = (
  wallet: string,
  enough?: bigint,
  at: 'latest' | 'finalized' = 'finalized',
  mint = classic.address,
): SolanaTokensQuery => ({
  type: 'solana.tokens',
  chain: solanaLocal.id,
  wallet,
  mint,
  at,
  ...(enough === undefined ? {} : { enough: String(enough) }),
})

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

type Call = { id: string; method: string; params: [unknown, { mint: string }] }

/** A node over HTTP that holds these accounts. It takes batches, answers them in another order and has no answer about the wallets that are `broken`. */
async function nodeWith(accounts: readonly TokenAccount[], { batch = 10, broken = new Set<unknown>() } = {}) {
  const held = new Map(accounts.map((one) => [one.address, one]))
  const owned: Map<unknown, TokenAccount[]> = Map.groupBy(accounts, ({ owner }) => owner)
  const answer = ({ method, params: [first, second] }: Call): unknown => {
    if (method === 'getGenesisHash') return 'local'
    if (method === 'getMultipleAccounts')
      return { context: { slot: 120 }, value: (first as string[]).map((address) => stored(address, held)) }
    if (broken.has(first)) throw new Error('broken')
    const mine = owned.get(first)?.filter(({ mint }) => mint === second.mint) ?? []
    return { context: { slot: 120 }, value: mine.map(({ address }) => ({ pubkey: address, account: stored(address, held) })) }
  }
  const reply = (call: Call) => {
    try {
      return { jsonrpc: '2.0', id: call.id, result: answer(call) }
    } catch {
      return { jsonrpc: '2.0', id: call.id, error: { code: -32603, message: 'Internal error' } }
    }
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body: Call | Call[] = JSON.parse(Buffer.concat(chunks).toString())
    response.end(JSON.stringify(Array.isArray(body) ? body.map(reply).toReversed() : reply(body)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  const url = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
  const reader = createSolanaReader({ ...solanaLocal, limits: { ...solanaLocal.limits, batch } }, { url, operator: 'own' })
  return { reader, broken }
}

function stored(address: string, held: ReadonlyMap<string, TokenAccount>) {
  const one = held.get(address)
  const owner = one?.program ?? mints.find((mint) => mint.address === address)?.program
  const data = new Uint8Array(165)
  if (one) {
    data.set(base58.decode(one.mint))
    data.set(base58.decode(one.owner), 32)
    new DataView(data.buffer).setBigUint64(64, one.amount, true)
    data[108] = one.frozen ? 2 : 1
  }
  return owner ? { owner, lamports: 1, data: [base64.encode(data), 'base64'], executable: false, rentEpoch: 0, space: 165 } : null
}

/** Records of each question, and the requests that it took. */
async function ask(reader: SolanaReader, queries: SolanaTokensQuery[]) {
  // The cluster is asked for once in a reader's life.
  await reader.accounts([programs.token], 0, { commitment: 'confirmed' })
  const before = reader.requests()
  const answered = await createTokensPart(reader).read(queries, head)
  return { records: answered.map(({ item }) => item.records as SolanaTokenRecord[]), requests: reader.requests() - before }
}

describe('requests for the holdings of 300 members at two tags', { timeout: 60_000 }, () => {
  const wallets = Array.from({ length: 300 }, (_, index) => key(`member ${index}`))
  const both = (enough?: bigint) => wallets.flatMap((wallet) => [question(wallet, enough), question(wallet, enough, 'latest')])
  const usual = wallets.map((wallet) => account(wallet, 10n))
  const mixed = usual.map((one, index) => (index % 10 === 0 ? { ...one, address: key(`place ${index}`) } : one))

  it.each([
    ['one by one, as nodes list them', usual, undefined, 1, 600],
    ['one by one, in batches', usual, undefined, 10, 60],
    ['all hold it at the usual place', usual, 10n, 1, 7],
    ['all hold it at the usual place, in batches', usual, 10n, 10, 2],
    ['nobody holds it', [], 10n, 1, 607],
    ['nobody holds it, in batches', [], 10n, 10, 62],
    ['one in ten holds it elsewhere, in batches', mixed, 10n, 10, 8],
  ])('%s', async (_name, accounts, enough, batch, expected) => {
    const { reader } = await nodeWith(accounts, { batch })
    const { records, requests } = await ask(reader, both(enough))
    expect(requests).toBe(expected)
    expect(records.every((found) => found.length === (accounts.length === 0 ? 0 : 1))).toBe(true)
  })
})

describe('holdings that are read together', () => {
  it('say of everyone what they say of one, whoever holds what where', async () => {
    const wallets = ['ann', 'bob', 'cat'].map(key)
    const wallet = fc.constantFrom(...wallets)
    const place = fc.option(
      fc.nat(5).map((index) => key(`place ${index}`)),
      { nil: undefined },
    )
    const more = fc.record({ mint: fc.constantFrom(...mints), place, owner: fc.option(wallet, { nil: undefined }), frozen: fc.boolean() })
    const held = fc
      .tuple(wallet, fc.bigInt({ min: 0n, max: 20n }), more)
      .map(([of, amount, { owner = of, place: at, ...rest }]) => account(of, amount, { owner, ...(at ? { place: at } : {}), ...rest }))
    const asked = fc.tuple(wallet, fc.bigInt({ min: 0n, max: 25n }), fc.constantFrom('latest', 'finalized'), fc.constantFrom(...mints))
    const accounts = fc.uniqueArray(held, { maxLength: 8, selector: ({ address }) => address })
    await fc.assert(
      fc.asyncProperty(accounts, fc.array(asked, { minLength: 1, maxLength: 8 }), async (ledger, questions) => {
        const reader = inMemory(ledger)
        const queries = questions.map(([of, enough, at, mint]) => question(of, enough, at, mint.address))
        const { records } = await ask(reader, queries)
        for (const [index, query] of queries.entries()) {
          const all = ledger.filter(({ owner, mint }) => owner === query.wallet && mint === query.mint)
          const found = records[index] ?? []
          const isEnough = (list: readonly { amount: bigint | string; frozen: boolean }[], frozen: boolean) =>
            sumOf(list.filter((one) => frozen || !one.frozen)) >= BigInt(query.enough ?? 0)
          for (const frozen of [true, false]) expect(isEnough(found, frozen)).toBe(isEnough(all, frozen))
          // What is not enough is read whole; what is said to be there is there.
          if (!isEnough(all, false)) expect(found.length).toBe(all.length)
          for (const one of found)
            expect(all.some(({ address, amount }) => address === one.account && String(amount) === one.amount)).toBe(true)
        }
      }),
    )
  })

  it('name the wallet that cannot be read, ask again for it and answer the others', async () => {
    const [ann, bob] = [key('ann'), key('bob')]
    const { reader, broken } = await nodeWith([account(ann, 3n, { place: key('elsewhere') })], { broken: new Set([bob]) })
    const part = createTokensPart(reader)
    const read = async () =>
      (await part.read([question(ann, 3n), question(bob, 3n)], head)).map(({ item }) => item.problem?.retryable ?? item.records.length)
    expect(await read()).toEqual([1, true])
    broken.clear()
    expect(await read()).toEqual([1, 0])
  })

  it('are read anew at another head, and once at the same', async () => {
    const { reader } = await nodeWith([account(key('ann'), 3n)])
    const part = createTokensPart(reader)
    const requestsFor = async (at: Head, enough: bigint) => {
      const before = reader.requests()
      await part.read([question(key('ann'), enough)], at)
      return reader.requests() - before
    }
    // The cluster, the mint, the usual account; then all accounts.
    expect(await requestsFor(head, 3n)).toBe(3)
    expect(await requestsFor(head, 3n)).toBe(0)
    expect(await requestsFor(head, 4n)).toBe(1)
    expect(await requestsFor({ ...head, latest: block(121n) }, 4n)).toBe(2)
  })
})

const sumOf = (list: readonly { amount: bigint | string }[]) => list.reduce((sum, { amount }) => sum + BigInt(amount), 0n)

/** The same ledger without HTTP. */
function inMemory(ledger: readonly TokenAccount[]): SolanaReader {
  const held = new Map(ledger.map((one) => [one.address, one]))
  const reader: Pick<SolanaReader, 'vm' | 'chain' | 'operator' | 'requests' | 'accounts' | 'tokenAccounts'> = {
    vm: 'solana',
    chain: solanaLocal,
    operator: 'own',
    requests: () => 0,
    accounts: async (addresses) =>
      addresses.map((address) => {
        const found = stored(address, held)
        return found && { owner: found.owner, lamports: 1n, data: `0x${Buffer.from(found.data[0] ?? '', 'base64').toString('hex')}` }
      }),
    tokenAccounts: async (owner, mint) => ledger.filter((one) => one.owner === owner && one.mint === mint),
  }
  return reader as SolanaReader
}
