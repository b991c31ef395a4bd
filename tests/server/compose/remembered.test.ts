import { expect, it } from 'vitest'
import { remembered } from '#server/compose/remembered.ts'

it('looks once for those who ask together, again when it is old, and again after a failure', async () => {
  let clock = 0
  let looks = 0
  let fails = false
  const ask = remembered(
    async () => {
      looks++
      if (fails) throw new Error('away')
      return looks
    },
    { ms: 100, now: () => clock },
  )
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
  clock = 99
  expect(await ask()).toBe(1)
  clock = 100
  fails = true
  await expect(ask()).rejects.toThrow('away')
  fails = false
  expect(await ask()).toBe(3)
})
