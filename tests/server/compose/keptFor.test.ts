import { expect, test } from 'vitest'
import { keptFor } from '#server/compose/keptFor.ts'

test('asks once in a while, and shares the answer also while it is being made', async () => {
  let [clock, asked] = [0, 0]
  const read = keptFor(async () => ++asked, { ms: 100, now: () => clock })
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  clock = 99
  expect(await read()).toBe(1)
  clock = 100
  expect(await read()).toBe(2)
})

test('a failure is told and not kept', async () => {
  let fails = true
  const read = keptFor(async () => (fails ? Promise.reject(new Error('away')) : 'there'), { ms: 100, now: () => 0 })
  await expect(read()).rejects.toThrow('away')
  fails = false
  expect(await read()).toBe('there')
})
