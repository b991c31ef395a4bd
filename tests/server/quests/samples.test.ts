import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#server/quests/definition.ts'
import { countRight } from '#server/quests/quiz.ts'
import type { LocalContracts } from '#server/quests/samples/contracts.ts'
import { sampleQuests } from '#server/quests/samples/index.ts'
import { learnAnswers } from '#server/quests/samples/learn.ts'
import { formParams } from '#server/quests/stepForm.ts'
import { describeRule } from '#server/verify/run.ts'

const address = (n: number) => `0x${n.toString(16).padStart(40, 'a')}` as const
const contracts: LocalContracts = {
  appA: 'eip155:31339',
  appB: 'eip155:31340',
  solana: 'solana:localnet',
  weth: address(1),
  usd: address(2),
  pool: address(3),
  eas: address(4),
  schema: `0x${'ab'.repeat(32)}`,
  stone: address(5),
}

describe('sample quests', () => {
  it.each(sampleQuests(contracts))('$slug is a definition that anyone could have written', ({ definition }) => {
    expect(parseDefinition(JSON.parse(JSON.stringify(definition)))).toEqual(definition)
    for (const { rule } of definition.steps) {
      const { en, ja } = describeRule(rule)
      expect(en).not.toBe('')
      expect(ja).not.toBe(en)
    }
  })

  it('asks for the amount that is paid in, whichever way the pool orders its tokens', () => {
    const paid = (contracts: LocalContracts) => JSON.stringify(sampleQuests(contracts).find(({ slug }) => slug === 'uniswap-swap'))
    expect(paid(contracts)).toContain('"arg":"amount0"')
    expect(paid({ ...contracts, weth: contracts.usd, usd: contracts.weth })).toContain('"arg":"amount1"')
  })

  it('has a quiz that its answers pass', () => {
    const step = sampleQuests(contracts).find(({ slug }) => slug === 'learn-cairn')?.definition.steps[0]
    const quiz = step && formParams(step.rule, 'quiz')
    expect(quiz && countRight(quiz, { ...learnAnswers })).toBe(5)
  })
})
