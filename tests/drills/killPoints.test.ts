import { expect, it } from 'vitest'
import { KillPoints } from './killPoints.ts'

it('first learns its points, then hits each of them once', () => {
  const points = new KillPoints('COMMIT')
  expect(points.at('prover', 'a', 'before')).toBe('pass')
  expect(points.size).toBe(0)
  points.at('prover', 'a', 'after')
  points.arm()
  // What never was a commit of anything is passed by.
  expect(points.at('prover', 'b', 'before')).toBe('pass')
  expect(['before', 'before', 'after', 'after'].map((phase) => points.at('prover', 'a', phase as 'before'))).toEqual([
    'cut',
    'pass',
    'cut',
    'pass',
  ])
  expect([points.hit.length, points.left.length]).toEqual([2, 0])
})

it('stops after as many points as were asked for, and when it is told to', () => {
  const points = new KillPoints('send')
  for (const what of ['a', 'b', 'c']) points.at('publisher', what, 'after')
  points.arm(2)
  expect(['a', 'b', 'c'].map((what) => points.at('publisher', what, 'before'))).toEqual(['cut', 'cut', 'pass'])
  points.disarm()
  points.arm()
  points.disarm()
  expect(points.at('publisher', 'c', 'before')).toBe('pass')
})
