import { P } from '#server/rollup/protocol/field.ts'

/** What no field takes unless a test says so: by name, so that such exceptions can be written down. */
export type BadValue = { name: string; value: unknown }

/** As JSON can say it. */
export const badJson: readonly BadValue[] = [
  { name: 'null', value: null },
  { name: 'true', value: true },
  { name: 'negative', value: -1 },
  { name: 'fraction', value: 0.5 },
  { name: 'unsafe integer', value: 2 ** 53 },
  { name: 'huge', value: 1e300 },
  { name: 'empty text', value: '' },
  { name: 'blank', value: ' ' },
  { name: 'text', value: 'x' },
  { name: 'NUL', value: '1\u0000' },
  { name: 'other digits', value: '１２' },
  { name: 'negative text', value: '-1' },
  { name: 'signed text', value: '+1' },
  { name: 'fraction text', value: '0.5' },
  { name: 'exponent', value: '1e3' },
  { name: 'leading zero', value: '01' },
  { name: 'hex without digits', value: '0x' },
  { name: 'no hex', value: '0xzz' },
  { name: 'long hex', value: `0x${'f'.repeat(66)}` },
  { name: 'p as text', value: P.toString() },
  { name: 'long text', value: 'a'.repeat(5000) },
  { name: 'list', value: [] },
  { name: 'list of lists', value: [[[]]] },
  { name: 'object', value: {} },
  { name: 'unknown key', value: { constructor: 1 } },
]

/** As code can say it, too. */
export const badTyped: readonly BadValue[] = [
  ...badJson,
  { name: 'missing', value: undefined },
  { name: 'NaN', value: Number.NaN },
  { name: 'Infinity', value: Number.POSITIVE_INFINITY },
  { name: 'negative bigint', value: -1n },
  { name: 'p', value: P },
  { name: 'huge bigint', value: 10n ** 80n },
  { name: 'symbol', value: Symbol('x') },
]
