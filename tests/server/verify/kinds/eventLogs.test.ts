import { type AbiEvent, parseAbiItem } from 'viem'
import { describe, expect, it } from 'vitest'
import { addressIn, claimantPlace, namedBy } from '#server/verify/kinds/eventLogs.ts'
import { parseRule } from '#server/verify/rule.ts'
import { chain, contract, judgeLeaf, log, me, other } from './cases.ts'

const word = `0x${'0'.repeat(24)}${me.slice(2)}`
const upper = `0x${me.slice(2).toUpperCase()}`

/** Every way in which an event can name a member: the path, how it is looked for, and arguments that name them. */
const places: [string, string, string, string, Record<string, unknown>][] = [
  ['an indexed address', 'event E(uint256 indexed a, address indexed who)', 'who', 'topic 2', { a: 1n, who: me }],
  ['an address in the data', 'event E(uint256 a, address who)', 'who', 'word 1', { a: 1n, who: me }],
  ['indexed 32 bytes', 'event E(bytes32 indexed who)', 'who', 'topic 1', { who: word }],
  ['32 bytes in the data', 'event E(string memo, bytes32 who)', 'who', 'word 1', { memo: 'x', who: word }],
  ['20 bytes', 'event E(bytes who)', 'who', 'mention 0', { who: me }],
  ['32 bytes of any length', 'event E(bytes who)', 'who', 'mention 0', { who: word }],
  ['text', 'event E(string who)', 'who', 'mention 0', { who: upper }],
  ['within a tuple', 'event E((uint256 a, address maker) order)', 'order.maker', 'mention 0', { order: { a: 1n, maker: me } }],
  ['any of a list', 'event E(address[] makers)', 'makers.*', 'mention 0', { makers: [other, me] }],
  ['one of a list', 'event E(address[] makers)', 'makers.1', 'mention 0', { makers: [other, me] }],
  [
    'in tuples of a list',
    'event E((address maker, uint256 a)[] orders)',
    'orders.*.maker',
    'mention 0',
    { orders: [{ maker: me, a: 1n }] },
  ],
]

const leaf = (event: string, claimant: string) => ({ kind: 'evm.event', chain, params: { addresses: [contract], event, claimant } })

describe('who an event names', () => {
  it.each(places)('%s', (_name, event, claimant, place, args) => {
    const { by, index } = claimantPlace(parseAbiItem(event) as AbiEvent, claimant)
    expect(`${by} ${index}`).toBe(place)
    expect(judgeLeaf(leaf(event, claimant), { records: [log(90, event, args, { txFrom: other })] }).verdict.status).toBe('pass')
    const strangers = JSON.parse(
      JSON.stringify(args, (_key, value) => (typeof value === 'bigint' ? Number(value) : value)).replaceAll(
        new RegExp(me.slice(2), 'gi'),
        'd0'.repeat(20),
      ),
    )
    expect(judgeLeaf(leaf(event, claimant), { records: [log(90, event, strangers, { txFrom: me })] }).verdict.status).toBe('fail')
  })

  it.each([
    ['an amount', 'event E(uint256 who)', 'who'],
    ['a flag', 'event E(bool who)', 'who'],
    ['four bytes', 'event E(bytes4 who)', 'who'],
    ['a whole list', 'event E(address[] who)', 'who'],
    ['indexed text, which is a hash', 'event E(string indexed who)', 'who'],
    ['within an indexed tuple, which is a hash', 'event E((address maker) indexed order)', 'order.maker'],
    ['nothing of that name', 'event E(address who)', 'whom'],
  ])('refuses %s', (_name, event, claimant) => {
    expect(() => parseRule(leaf(event, claimant))).toThrow(/claimant/)
  })

  it('reads an address only where it is exactly one', () => {
    for (const value of [me, upper, word, ` ${me} `]) expect(addressIn(value)).toBe(me)
    for (const value of [
      word.replace('0x0', '0x1'),
      `${me}00`,
      me.slice(0, 40),
      `${me.slice(2)}`,
      '',
      5n,
      null,
      undefined,
      `0x${me.slice(2)}${'0'.repeat(24)}`,
    ])
      expect(addressIn(value)).toBeNull()
  })

  it('names everyone at the path', () => {
    const event = parseAbiItem('event E(address[] makers)') as AbiEvent
    const record = log(90, 'event E(address[] makers)', { makers: [me, other] })
    expect(namedBy(record, { makers: [me, other] }, { event, claimant: 'makers.*' })).toEqual([me, other])
  })
})
