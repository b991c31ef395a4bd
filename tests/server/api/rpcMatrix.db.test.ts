import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployments } from '#drizzle/schema/rollup.ts'
import { maxRpcBatch } from '#server/api/rpc/jsonRpc.ts'
import { slotDefinitions } from '#server/api/rpc/methods.ts'
import { openRpc } from '#server/api/rpc/openRpc.ts'
import { startRpc } from '#server/api/startRpc.ts'
import { composeSlotAccess, type SlotAccess } from '#server/compose/slotAccess.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { encodeLedgerTx, type LedgerTx, ledgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { nonceWindow } from '#server/rollup/sequencer/ledgerMempool.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { badJson } from '#tests/support/badValues.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { tableDigest } from '#tests/support/tableDigest.ts'
import { sampleOf } from '#tests/support/txSamples.ts'
import { domain, newSequencer, openKeyless, openMembers, secretOf, transfer } from '../rollup/sequencer/ledgerFixture.ts'

let database: FreshDatabase
let rpc: Awaited<ReturnType<typeof startRpc>>
let keyless: number
const log = pino({ level: process.env.TEST_LOG ?? 'silent' })

beforeAll(async () => {
  database = await freshDatabase()
  const rows = ['rollup', 'inbox'].map((name) => ({ name, chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }))
  await database.db.insert(deployments).values(rows)
  const engine = newSequencer(database.db, { policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000 } })
  await openMembers(database.db, engine, 2)
  keyless = await openKeyless(database.db, engine)
  const access = await composeSlotAccess({ db: database.db, clock: systemClock, receiptKey: anvilKeys[3] })
  rpc = await startRpc({ access, close: async () => {}, log, port: 0, callsPerMinute: 1_000_000 })
  // Account 0 has used a nonce, so that one can be too low.
  await ask([{ method: 'cairn_sendTransaction', params: [transfer(0).map(String)] }])
  while (await engine.sealNext());
}, 120_000)
afterAll(async () => {
  await rpc?.stop()
  await database.drop()
})

type Call = { method: string; params: unknown }
type Answer = {
  result?: unknown
  error?: { code: number; message: string; data?: { field?: string; position?: number; expected?: string; reason?: string } }
}
/** Answers in the order of the calls. */
async function ask(calls: readonly Call[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let at = 0; at < calls.length; at += maxRpcBatch) {
    const body = calls.slice(at, at + maxRpcBatch).map((call, id) => ({ jsonrpc: '2.0', id, ...call }))
    const response = await fetch(`http://127.0.0.1:${rpc.port}/rpc`, { method: 'POST', body: JSON.stringify(body) })
    answers.push(...((await response.json()) as Answer[]))
  }
  expect(answers).toHaveLength(calls.length)
  return answers
}
/** Nothing that these calls do may be seen anywhere afterwards. */
async function askInVain(calls: readonly Call[]): Promise<Answer[]> {
  const before = await tableDigest(database.db)
  const answers = await ask(calls)
  expect(await tableDigest(database.db)).toBe(before)
  return answers
}

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; minItems?: number }
type Param = { name: string; required: boolean; schema: Schema }
const { methods } = openRpc(slotDefinitions({} as SlotAccess), 'test') as unknown as { methods: { name: string; params: Param[] }[] }

/** What a method takes of the values that nothing else takes: method, parameter or part of it, names of values. */
const fine: Readonly<Record<string, readonly string[]>> = {
  'eth_estimateGas call': ['object', 'unknown key'],
  'eth_call call': ['object', 'unknown key'],
  'eth_getLogs filter': ['object', 'unknown key'],
  'eth_getBlockByNumber full': ['true'],
  'eth_getBlockByHash full': ['true'],
}
/** A value of each parameter that is right, by its name: it stands before the wrong one. */
const right: Readonly<Record<string, unknown>> = {
  ...{
    account: 0,
    batch: 'latest',
    block: 'latest',
    tree: 'accounts',
    index: 0,
    quest: 0,
    tx: `0x${'1'.repeat(64)}`,
    hash: `0x${'1'.repeat(64)}`,
  },
  ...{ address: `0x${'1'.repeat(40)}`, token: 0, call: {}, filter: {}, full: false, of: { account: 0 }, words: Array(10).fill('1') },
}

/** Each value at the parameter itself, and inside of it where the document says what is inside. */
function* wrongValues({ name, schema }: Param): Generator<{ field: string; value: unknown; bad: string }> {
  for (const { name: bad, value } of badJson) yield { field: name, value, bad }
  for (const property of Object.keys(schema.properties ?? {})) {
    for (const { name: bad, value } of badJson) yield { field: `${name}.${property}`, value: { [property]: value }, bad }
  }
  for (let place = 0; schema.items && place < (schema.minItems ?? 1); place++) {
    const list = right[name] as unknown[]
    for (const { name: bad, value } of badJson) yield { field: `${name}[${place}]`, value: list.with(place, value), bad }
  }
}

describe('every parameter of every method', () => {
  it.each(methods)('$name', { timeout: 120_000 }, async ({ name, params }) => {
    const calls: (Call & { field?: string; bad: string })[] = []
    const least = params.filter(({ required }) => required).length
    const good = params.map((param) => {
      expect(Object.keys(right)).toContain(param.name)
      return right[param.name]
    })
    for (let count = 0; count < least; count++) calls.push({ method: name, params: good.slice(0, count), bad: `${count} params` })
    calls.push({ method: name, params: [...good, 0], bad: 'too many' }, { method: name, params: { a: 1 }, bad: 'by name' })
    for (const [position, param] of params.entries()) {
      for (const { field, value, bad } of wrongValues(param)) {
        if (!fine[`${name} ${field}`]?.includes(bad)) calls.push({ method: name, params: good.with(position, value), field, bad })
      }
    }
    const answers = await askInVain(calls.map(({ method, params: given }) => ({ method, params: given })))
    for (const [i, { field, bad }] of calls.entries()) {
      const { error } = answers[i] ?? {}
      expect([field, bad, error?.code]).toEqual([field, bad, -32602])
      expect(error?.data?.expected ?? error?.data?.reason).toEqual(expect.any(String))
      if (field !== undefined) expect([bad, error?.data?.field?.match(/^\w+/)?.[0]]).toEqual([bad, field.match(/^\w+/)?.[0]])
    }
  })

  it('has its exceptions for what is there, and each is one', async () => {
    const known = new Set(methods.flatMap(({ name, params }) => params.map((param) => `${name} ${param.name}`)))
    expect(Object.keys(fine).filter((key) => !known.has(key))).toEqual([])
    for (const [key, values] of Object.entries(fine)) {
      const [method = '', name = ''] = key.split(' ')
      const params = methods.find((found) => found.name === method)?.params ?? []
      for (const bad of values) {
        const value = badJson.find((one) => one.name === bad)?.value
        const [answer] = await ask([{ method, params: params.map((param) => (param.name === name ? value : right[param.name])) }])
        expect([key, bad, answer?.error?.code === -32602]).toEqual([key, bad, false])
      }
    }
  })
})

const kinds = ledgerTx.options.map((schema, i) => ({ kind: schema.shape.kind.value, nonce: 1 + i, schema }))

/** A tx of this kind that the pool takes; what the state says later is another matter. */
function goodTx({ schema, nonce }: (typeof kinds)[number]): LedgerTx {
  return { ...sampleOf(schema.shape), ...('nonce' in schema.shape ? { account: 0, nonce } : {}) } as LedgerTx
}
const signWith = (tx: LedgerTx, secret = secretOf(0), within = domain) =>
  encodeLedgerTx(signLedgerTx(fastHasher, tx, { domain: within, secret }))

describe('every kind of ledger tx', () => {
  it.each(kinds)(
    '$kind: wrong nonce, account, key, slot, chain, signature, and each word: refused by name',
    { timeout: 120_000 },
    async (of) => {
      const tx = goodTx(of)
      const words = signWith(tx)
      const changed = (parts: Partial<{ nonce: number; account: number }>) => signWith({ ...tx, ...parts } as LedgerTx)
      const signedOnes: [string, string, bigint[]][] = [
        ['another key', 'signature', signWith(tx, 77n)],
        ['another slot', 'signature', signWith(tx, secretOf(0), domainOf(slotDomain.chainId, `0x${'5'.repeat(40)}`))],
        ['another chain', 'signature', signWith(tx, secretOf(0), domainOf(1, slotDomain.rollup))],
        ['no signature', 'signature', [...words.slice(0, 8), 0n, 0n]],
        ['s and e exchanged', 'signature', [...words.slice(0, 8), words[9] ?? 0n, words[8] ?? 0n]],
      ]
      if (tx.kind !== 'revoke') {
        signedOnes.push(
          ['used nonce', 'nonce.low', changed({ nonce: 0 })],
          ['far nonce', 'nonce.gap', changed({ nonce: 1 + nonceWindow })],
          ['account without key', 'signature', changed({ account: keyless, nonce: 0 })],
          ['unknown account', 'account.unknown', changed({ account: 43_000_000 })],
        )
      }
      const malformed = words.flatMap((word, at) => [word + P, P, (1n << 256n) - 1n].map((value) => ({ at, words: words.with(at, value) })))
      const flipped = words.map((word, at) => words.with(at, word ^ 1n))
      const send = (list: readonly bigint[]) => ({ method: 'cairn_sendTransaction', params: [list.map(String)] })
      const answers = await askInVain([
        ...signedOnes.map(([, , list]) => send(list)),
        ...malformed.map((bad) => send(bad.words)),
        ...flipped.map(send),
      ])
      for (const [i, [what, reason]] of signedOnes.entries())
        expect([what, answers[i]?.error?.code, answers[i]?.error?.data?.reason]).toEqual([
          what,
          -32000,
          tx.kind === 'revoke' ? 'signature' : reason,
        ])
      for (const [i, { at }] of malformed.entries()) {
        const error = answers[signedOnes.length + i]?.error
        expect([at, error?.code, error?.data?.field]).toEqual([at, -32602, `words[${at}]`])
      }
      for (const { error } of answers.slice(signedOnes.length + malformed.length)) {
        expect([-32602, -32000]).toContain(error?.code)
        expect(error?.data?.field ?? error?.data?.reason).toEqual(expect.any(String))
      }
    },
  )

  it('is taken as it was before it was spoilt, once however often it is sent', async () => {
    const calls = kinds
      .filter(({ kind }) => kind !== 'revoke')
      .map((of) => ({ method: 'cairn_sendTransaction', params: [signWith(goodTx(of)).map(String)] }))
    const first = await ask(calls)
    expect(first.map(({ error }) => error)).toEqual(calls.map(() => undefined))
    expect(await askInVain(calls)).toEqual(first)
  })
})
