import { createRequire } from 'node:module'
import fc from 'fast-check'
import { type Abi, type AbiEvent, type AbiFunction, parseAbi, toEventSelector, toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { isCairnError } from '#server/shared/errors.ts'
import { declarationOf, selectorOf, signatureOf } from '#server/verify/contracts/abiEntry.ts'
import { readAbi } from '#server/verify/contracts/readAbi.ts'
import { abiLimits } from '#server/verify/contracts/readEntries.ts'
import { ruleItem } from '#server/verify/contracts/ruleItem.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'

const packages = createRequire(import.meta.url)
const artifact = (path: string) => packages(path) as { abi: Abi }
const router = artifact('@uniswap/v2-periphery/build/UniswapV2Router02.json')
const positions = artifact('@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json')

let last: { code: string; field: unknown; found: unknown } | null = null
/** What became of a text. */
function outcome(text: string): string {
  last = null
  try {
    const { entries, skipped } = readAbi(text)
    return `${entries.length} read${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`
  } catch (error) {
    if (!isCairnError(error)) throw error
    last = { code: error.code, field: error.meta.field, found: error.meta.found }
    return error.code
  }
}
const json = (value: unknown) => JSON.stringify(value)
const withInput = (input: unknown) => json([{ type: 'function', name: 'f', inputs: [input] }])

describe('an ABI that somebody pastes', () => {
  it('is a JSON ABI, an artifact, compiler metadata, declarations, or a list of them', () => {
    const counted = router.abi.filter(({ type }) => type === 'function' || type === 'event').length
    expect(outcome(json(router.abi))).toBe(`${counted} read`)
    // As truffle and hardhat write it; what else they put into the file does not matter.
    expect(outcome(json({ contractName: 'UniswapV2Router02', abi: router.abi, bytecode: '0x6080' }))).toBe(`${counted} read`)
    expect(outcome(`\ufeff  ${json({ output: { abi: router.abi } })}\n`)).toBe(`${counted} read`)
    const lines = ['event Deposit(address indexed dst, uint256 wad)', 'function deposit() payable', 'error Nope()']
    expect(outcome(lines.join('\n'))).toBe('2 read')
    expect(outcome(json(lines))).toBe('2 read')
  })

  it('in Solidity may have structs, comments, several lines, and words on who may call', () => {
    const source = `// SPDX
      struct Order { address maker; uint amount; }
      /* what happens */
      event Filled(
        address indexed taker, // who
        Order order
      );
      function fill(Order memory order, bytes calldata data) external payable returns (uint256 amount);
      function owner() public view virtual override returns (address);
      constructor(address owner);
      receive() external payable;`
    const { entries } = readAbi(source)
    expect(entries.map(signatureOf)).toEqual(['Filled(address,(address,uint256))', 'fill((address,uint256),bytes)', 'owner()'])
    expect(entries.map(declarationOf)).toEqual([
      'event Filled(address indexed taker, (address maker, uint256 amount) order)',
      'function fill((address maker, uint256 amount) order, bytes data) payable',
      'function owner() view returns (address _0)',
    ])
  })

  it('has the selectors that viem computes, and declarations that viem reads back to the same', () => {
    for (const { abi } of [router, positions]) {
      const { entries } = readAbi(json(abi))
      const expected = abi.filter((item): item is AbiFunction | AbiEvent => item.type === 'function' || item.type === 'event')
      const selectors = expected.map((item) => (item.type === 'event' ? toEventSelector(item) : toFunctionSelector(item)))
      expect(entries.map(selectorOf).toSorted()).toEqual(selectors.toSorted())
      for (const entry of entries) {
        const [again] = parseAbi([declarationOf(entry)] as readonly string[]) as Abi
        if (again?.type !== 'function' && again?.type !== 'event') throw new Error('nothing was read')
        expect(again.type === 'event' ? toEventSelector(again) : toFunctionSelector(again)).toBe(selectorOf(entry))
      }
    }
  })

  it('may come from an old compiler, leave types out, and say int', () => {
    const old = [
      { name: 'get', constant: true, inputs: [], outputs: [{ name: '', type: 'uint' }] },
      { type: 'function', name: 'put', payable: true, inputs: [] },
    ]
    expect(readAbi(json(old)).entries.map(declarationOf)).toEqual(['function get() view returns (uint256 _0)', 'function put() payable'])
  })

  it('has each entry once, overloads apart, and events of one topic apart when other things are indexed', () => {
    const one = { type: 'function', name: 'f', inputs: [{ name: 'a', type: 'uint256' }] }
    const event = (indexed: boolean) => ({ type: 'event', name: 'E', inputs: [{ name: 'a', type: 'address', indexed }] })
    expect(outcome(json([one, one, { ...one, inputs: [] }, event(true), event(false), event(true)]))).toBe('4 read')
  })

  it('keeps names that a rule can write, and gives others by their place', () => {
    const names = ['a', 'a', '', 'address', '__proto__', 'constructor', '_1', 'memory', 'toString', 'in']
    const [entry] = readAbi(json([{ type: 'event', name: 'E', inputs: names.map((name) => ({ name, type: 'uint256' })) }])).entries
    expect(entry?.inputs.map(({ name }) => name)).toEqual(['a', '__1', '_2', '_3', '_4', '_5', '_1', '_7', 'toString', '_9'])
    const item = entry && ruleItem(entry)
    expect(item?.declaration).not.toBeNull()
    expect(item?.arguments).toHaveLength(names.length)
  })

  it('with types that are not read is read without what has them, and says so', () => {
    const odd = [
      'function',
      'fixed128x18',
      'Lib.Data storage',
      'uint7',
      'uint08',
      'bytes33',
      'address[0]',
      'uint256[1][2][3][4][5]',
      '<b>',
      'tuple[99999]',
    ]
    for (const type of odd) {
      const read = readAbi(
        json([
          { type: 'function', name: 'f', inputs: [{ name: 'a', type }] },
          { type: 'function', name: 'g', inputs: [] },
        ]),
      )
      expect([read.entries.length, read.skipped.map(({ field }) => field)], type).toEqual([1, ['abi.0.inputs.0.type']])
    }
    expect(
      outcome(
        json([
          { type: 'event', name: 'E', anonymous: true, inputs: [] },
          { type: 'function', name: 'g' },
        ]),
      ),
    ).toBe('1 read, 1 skipped')
  })

  it('never fails otherwise than by name, whatever it is, and stays plain', () => {
    const piece: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      param: fc.record(
        {
          name: fc.oneof(fc.constantFrom('a', '', '__proto__', 'constructor', '\u202ea', '<img src=x>', 'uint256'), fc.string()),
          type: fc.oneof(fc.constantFrom('address', 'uint256', 'tuple', 'tuple[]', 'bytes32[2]', 'function'), fc.string()),
          indexed: fc.oneof(fc.boolean(), fc.constant('yes')),
          components: fc.oneof({ depthSize: 'small' }, fc.constant(undefined), fc.array(tie('param'), { maxLength: 3 })),
        },
        { requiredKeys: ['type'] },
      ),
    })).param
    const entry = fc.record(
      {
        type: fc.oneof(fc.constantFrom('function', 'event', 'error', 'x'), fc.anything()),
        name: fc.oneof(fc.constantFrom('f', 'transfer', '__proto__'), fc.string()),
        inputs: fc.oneof(fc.array(piece, { maxLength: 4 }), fc.anything()),
        outputs: fc.array(piece, { maxLength: 2 }),
        stateMutability: fc.constantFrom('view', 'payable', 'x', null),
      },
      { requiredKeys: ['name'] },
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), (list) => {
        const text = JSON.stringify(list)
        const answer = outcome(text)
        if (last) {
          expect(last.code).toBe('abi.malformed')
          expect(String(last.found)).toMatch(/^[\x20-\x7e…]*$/)
        } else {
          expect(answer).toContain('read')
          for (const one of readAbi(text).entries)
            expect(declarationOf(one)).toMatch(
              /^(event|function) [\w$]+\([\w$ ,()[\]]*\)( payable| view| pure)?( returns \([\w$ ,()[\]]+\))?$/,
            )
        }
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.stringMatching(/^(struct|event|function) [a-z]{1,3} ?[({ ][a-z0-9 ,;(){}]{0,40}$/),
        ),
        (text) => {
          outcome(text)
          if (last) expect(['abi.malformed', 'input.too-large']).toContain(last.code)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

const nested = (depth: number): unknown =>
  depth === 0 ? { name: 'x', type: 'uint256' } : { name: 'x', type: 'tuple', components: [nested(depth - 1)] }
const doubling = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index === 0 ? 'struct S0 { uint256 a; uint256 b; }' : `struct S${index} { S${index - 1} a; S${index - 1} b; }`,
  )

/** The refusal and the place that it names. */
const at = (text: string) => {
  outcome(text)
  return last ? `${last.code} at ${last.field}` : 'read'
}

runBadInputs(
  'tests/server/verify/contracts/readAbi.test.ts',
  {
    CI01: () => at(''),
    CI02: () => [at('[\n  {"type": "function",}\n]'), last?.found].join(': '),
    CI03: () => at('<!doctype html><title>404</title>'),
    CI04: () => at('{"name": "no abi"}'),
    CI05: () => at('[]'),
    CI06: () => at(json([{ type: 'function', name: 'f', inputs: 'address' }])),
    CI07: () => at(json([{ type: 'function', name: '<img src=x onerror=alert(1)>', inputs: [] }])),
    CI08: () => [at(json([{ type: 'function', name: 'transfer\u202eelbaliava', inputs: [] }])), last?.found].join(': '),
    CI09: () => at(withInput({ name: 'x'.repeat(121), type: 'uint256' })),
    CI10: () => at(withInput({ name: 'a', type: 7 })),
    CI11: () => at(withInput({ name: 'a', type: 'tuple' })),
    CI12: () => at(withInput(nested(abiLimits.depth))),
    CI13: () => at(json([{ type: 'function', name: 'f', inputs: Array.from({ length: 101 }, () => ({ name: '', type: 'uint256' })) }])),
    CI14: () => at(json(Array.from({ length: 2001 }, (_, index) => ({ name: `f${index}` })))),
    CI15: () => at(json([{ type: 'function', name: 'f'.repeat(200_000) }])),
    CI16: () => at('['.repeat(100_000)),
    CI17: () => [at('event Deposit(address indexed dst, uint256 wad)\nfunction oops(address'), last?.found].join(': '),
    CI18: () => at(['struct A { B b; }', 'struct B { A a; }', 'event E(A a)'].join('\n')),
    CI19: () => at([...doubling(40), 'event E(S39 a)'].join('\n')),
    CI20: () => at(`function f(${'('.repeat(3000)}`),
    CI21: () =>
      at(json([{ type: 'event', name: 'E', inputs: ['a', 'b', 'c', 'd'].map((name) => ({ name, type: 'address', indexed: true })) }])),
    CI22: () => at(json([{ type: 'function', name: 'f', stateMutability: 'free' }])),
  },
  () => undefined,
)
