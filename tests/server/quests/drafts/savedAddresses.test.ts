import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressRun, refuseDisagreeing, resultOf } from '#server/quests/drafts/savedAddresses.ts'
import type { Status } from '#server/verify/verdict.ts'

const status = fc.constantFrom<Status>('pass', 'fail', 'pending', 'error')

describe('a saved wallet', () => {
  it.each([
    ['pass', ['pass', 'pass'], 'agrees'],
    ['pass', ['pass', 'fail'], 'differs'],
    ['pass', ['pass', 'error'], 'unread'],
    ['pass', ['pending'], 'unread'],
    ['fail', ['pass', 'pass'], 'differs'],
    ['fail', ['pass', 'fail'], 'agrees'],
    ['fail', ['fail', 'error'], 'agrees'],
    ['fail', ['pass', 'error'], 'unread'],
    ['pass', [], 'nothing'],
    ['fail', [], 'nothing'],
  ] as const)('that should %s and got %j: %s', (should, statuses, result) => {
    expect(resultOf(should, statuses)).toBe(result)
  })

  it('never agrees with both: one of two that got the same is told of', () => {
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 5 }), (statuses) => {
        const results = (['pass', 'fail'] as const).map((should) => resultOf(should, statuses))
        expect(results.filter((result) => result === 'agrees').length).toBeLessThan(2)
        // Whatever a chain does not tell is never taken for agreement with `pass`.
        if (statuses.some((one) => one !== 'pass')) expect(results[0]).not.toBe('agrees')
      }),
    )
  })

  it('stops a launch when it disagrees or could not be tried', () => {
    const run = (result: AddressRun['result']): AddressRun => ({
      should: 'pass',
      wallet: 'eip155:0x1',
      result,
      steps: [{ id: 'wrap', status: 'fail' }],
    })
    for (const result of ['agrees', 'nothing'] as const) refuseDisagreeing([run(result)])
    for (const result of ['differs', 'unread'] as const)
      expect(() => refuseDisagreeing([run('agrees'), run(result)])).toThrow(
        expect.objectContaining({
          code: 'draft.address',
          meta: expect.objectContaining({ field: 'savedAddresses.pass', found: 'eip155:0x1: wrap fail' }),
        }),
      )
  })
})
