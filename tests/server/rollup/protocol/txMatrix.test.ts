import { describe, expect, it } from 'vitest'
import { entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { decodeInboxTx, encodeInboxTx, type InboxTx, inboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { decodeLedgerTx, encodeLedgerTx, type SignedLedgerTx, signedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { mintGroup } from '#server/rollup/protocol/tx/mint.ts'
import { openAccountTx } from '#server/rollup/protocol/tx/openAccount.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { badTyped } from '#tests/support/badValues.ts'
import { sampleOf } from '#tests/support/txSamples.ts'

const nameOf = ({ shape }: { shape: object }) => ('kind' in shape ? String((shape.kind as { value: unknown }).value) : 'mint')
const schemas = [
  ...signedLedgerTx.options.map((schema) => ({ name: `ledger ${nameOf(schema)}`, schema })),
  ...inboxTx.options.map((schema) => ({ name: `inbox ${nameOf(schema)}`, schema })),
  { name: 'mint group', schema: mintGroup },
  { name: 'openAccount', schema: openAccountTx },
]
/** Bad values that are good in these fields, whatever the tx. */
const fine: Readonly<Record<string, readonly string[]>> = {
  revocable: ['true'],
  byLinked: ['true'],
  // No member at all is no format of its own; a rule refuses it.
  accounts: ['list'],
}

describe('every field of every tx', () => {
  it.each(schemas)('$name: refuses by name what is no value of it', ({ schema }) => {
    const good = sampleOf(schema.shape)
    expect(schema.safeParse(good).success).toBe(true)
    const fields = Object.keys(schema.shape)
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) {
      for (const { name, value } of badTyped) {
        if (fine[field]?.includes(name)) continue
        const { [field]: _gone, ...rest } = good
        const parsed = schema.safeParse(name === 'missing' ? rest : { ...good, [field]: value })
        expect([field, name, parsed.success]).toEqual([field, name, false])
        expect(parsed.error?.issues[0]?.path[0]).toBe(field)
      }
    }
    expect(schema.safeParse({ ...good, unknown: 0 }).success).toBe(false)
  })
})

type Codec = {
  name: string
  words: bigint[]
  decode(words: readonly bigint[]): unknown
  encode(tx: never): bigint[]
  good: Record<string, unknown>
}
const codecs: Codec[] = [
  ...signedLedgerTx.options.map((schema) => {
    const good = sampleOf(schema.shape)
    return {
      name: `ledger ${nameOf(schema)}`,
      good,
      words: encodeLedgerTx(good as SignedLedgerTx),
      decode: decodeLedgerTx,
      encode: encodeLedgerTx,
    }
  }),
  ...inboxTx.options.map((schema) => {
    const good = sampleOf(schema.shape)
    return { name: `inbox ${nameOf(schema)}`, good, words: encodeInboxTx(good as InboxTx), decode: decodeInboxTx, encode: encodeInboxTx }
  }),
]

/** The coded refusal of a call; undefined when it does not throw. */
function refusalOf(call: () => unknown) {
  try {
    call()
    return undefined
  } catch (error) {
    if (!isCairnError(error)) throw error
    return error
  }
}

describe('every word of every entry', () => {
  it.each(codecs)('$name: is refused out of the field, negative, missing, or where the kind uses no word', ({ words, decode, encode }) => {
    expect(encode(decode(words) as never)).toEqual(words)
    for (const [at, word] of words.entries()) {
      const put = (value: bigint) => () => decode(words.with(at, value))
      for (const value of [word + P, P, (1n << 256n) - 1n, 1n << 300n, -1n]) {
        const refusal = refusalOf(put(value))
        expect([at, refusal?.code, refusal?.meta.field]).toEqual([at, 'rollup.malformed', `words[${at}]`])
      }
      // One bit at a time: either it means something, and then it is written back, or it is refused.
      for (let bit = 0n; bit < 253n; bit++) {
        const value = word ^ (1n << bit)
        const refusal = refusalOf(() => {
          const again = encode(decode(words.with(at, value)) as never)
          expect(again).toEqual(words.with(at, value))
        })
        if (refusal) expect([refusal.code, typeof refusal.meta.field]).toEqual(['rollup.malformed', 'string'])
      }
    }
    for (const other of [words.slice(1), words.slice(0, -1), [...words, 0n], []]) {
      expect(refusalOf(() => decode(other))?.code).toBe('rollup.malformed')
    }
    expect(words).toHaveLength(entryWords)
  })

  it.each(codecs)('$name: no field leaves its lane when it is written', ({ good, encode }) => {
    for (const [field, value] of Object.entries(good)) {
      if (typeof value !== 'number' && typeof value !== 'bigint') continue
      const wide = typeof value === 'number' ? [2 ** 45, -1] : [P, 1n << 255n, -1n]
      for (const found of wide) {
        const refusal = refusalOf(() => encode({ ...good, [field]: found } as never))
        expect([field, found, refusal?.code, typeof refusal?.meta.field]).toEqual([field, found, 'rollup.malformed', 'string'])
      }
    }
  })
})
