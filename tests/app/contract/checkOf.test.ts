import { describe, expect, it } from 'vitest'
import { checkOf, formFor } from '#app/_ui/contract/checkOf.ts'
import { baseUnits, unitOf, wholeUnits } from '#app/_ui/contract/unitOf.ts'
import { readDraft } from '#server/verify/authoring/readDraft.ts'
import { readAbi } from '#server/verify/contracts/readAbi.ts'
import { bareItem, ruleItem } from '#server/verify/contracts/ruleItem.ts'
import { templateViews } from '#server/verify/contracts/templates/index.ts'
import { kindOf } from '#server/verify/kinds/index.ts'

const place = { chain: 'eip155:1', address: '0x7a250d5630b4cf539739df2c5dacb4c659f2488d' }
const items = (abi: string) => readAbi(abi).entries.map((entry) => ({ ...ruleItem(entry), ...place }))
const pool = items(`
  event Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to)
  event Sync(uint112 reserve0, uint112 reserve1)
  function swapExactTokensForTokens(uint256 amountIn, uint256 amountOutMin, address[] path, address to, uint256 deadline)
  function balanceOf(address owner) view returns (uint256)
  function isPaused() view returns (bool)`)
const named = (name: string) => pool.find((item) => item.name === name) ?? expect.fail(name)

describe('a check of a function or event', () => {
  it('holds as it stands, whatever the sort', () => {
    for (const item of [...pool, { ...bareItem('0x38ed1739'), ...place }]) {
      const { issues, sentence } = readDraft(checkOf(item))
      expect(issues, item.name).toEqual([])
      expect(sentence?.en, item.name).not.toBe('')
    }
  })

  it('takes the member to be who an event happens for, before who sent it', () => {
    expect(checkOf(named('Swap'))?.params).toMatchObject({ claimant: 'to' })
    expect(checkOf(named('Sync'))?.params).not.toHaveProperty('claimant')
  })

  it('asks a view about the member', () => {
    expect(checkOf(named('balanceOf'))?.params).toMatchObject({ args: ['$account'], where: [{ op: 'gte', value: '1' }] })
    expect(checkOf(named('isPaused'))?.params).toMatchObject({ where: [{ op: 'eq', value: true }] })
  })

  it('is nothing where no rule can be written', () => {
    expect(checkOf({ ...named('Swap'), kind: null })).toBeNull()
  })

  it('offers the arguments of its own, and not again what is settled', () => {
    const { form, namespace } = kindOf('evm.event')
    const { fields } = formFor({ ...form, id: 'evm.event', chains: namespace as 'eip155' }, named('Swap'))
    expect(fields.map(({ path }) => path)).not.toContain('event')
    expect(fields.find(({ path }) => path === 'claimant')?.options?.map(({ value }) => value)).toEqual(['sender', 'to'])
    expect(fields.find(({ path }) => path === 'where')?.options).toHaveLength(6)
  })
})

describe('amounts of templates', () => {
  it('are read and written in whole units without losing a digit', () => {
    for (const [text, decimals, digits] of [
      ['10', 6, '10000000'],
      ['0,01', 18, '10000000000000000'],
      ['1.000001', 6, '1000001'],
      ['123456789012345678901234567890', 0, '123456789012345678901234567890'],
    ] as const) {
      expect(baseUnits(text, decimals)).toBe(digits)
      expect(wholeUnits(digits, decimals)).toBe(text.replace(',', '.'))
    }
    for (const text of ['', '-1', '1e3', '1.2.3', '0.0000001', '0x10', '1 000']) expect(baseUnits(text, 6), text).toBeNull()
  })

  it('are counted in what the template names', () => {
    const units = Object.fromEntries(templateViews().map((view) => [view.id, unitOf(view, view.example.params as never)?.symbol]))
    expect(units['uniswap-v2-swap-token']).toBe('USDC')
    expect(units['uniswap-v2-swap-ether']).toBe('ETH')
    expect(units['uniswap-v3-swap-pool']).toBe('USDC')
  })
})
