import { describe, expect, it } from 'vitest'
import { lintRule } from '#server/verify/lint.ts'
import { parseRule } from '#server/verify/rule.ts'
import { chain, contract } from './kinds/cases.ts'

const deposit = (params: object = {}, leaf: object = {}) => ({
  kind: 'evm.event',
  chain,
  params: { addresses: [contract], event: 'event Staked(address indexed dst, uint256 wad)', claimant: 'dst', ...params },
  ...leaf,
})
const bounded = { where: [{ arg: 'wad', op: 'gte', value: '5' }] }
const found = (rule: object) => lintRule(parseRule(rule)).map(({ code, path }) => `${code} at ${path}`)

describe('lints of a rule', () => {
  it('say nothing of a careful rule', () => expect(found(deposit(bounded))).toEqual([]))

  it('name the field within the tree', () => {
    expect(found({ all: [deposit(bounded), { any: [deposit()] }] })).toEqual(['no-minimum at all.1.any.0.params.where'])
  })

  it('warn of deeds of any age, of blocks that may leave, of twins, of rules that nobody can miss', () => {
    expect(found(deposit(bounded, { window: {} }))).toEqual(['unlimited-window at window.from'])
    expect(found(deposit(bounded, { window: { to: '2030-01-01T00:00:00Z' } }))).toEqual(['unlimited-window at window.from'])
    expect(found(deposit(bounded, { window: { from: 'joined' } }))).toEqual([])
    expect(found(deposit(bounded, { finality: 'latest' }))).toEqual(['not-final at finality'])
    expect(found({ atLeast: { n: 1, of: [deposit(bounded), deposit(bounded)] } })).toEqual(['twice at atLeast.of.1'])
    expect(found({ not: deposit(bounded) })).toEqual(['passes-by-doing-nothing at not'])
  })

  it('speak both languages', () => {
    for (const { message } of lintRule(parseRule({ not: deposit({}, { window: {}, finality: 'safe' }) }))) {
      expect(message.en).not.toBe('')
      expect(message.ja).toMatch(/[ぁ-ん]/)
    }
  })
})
