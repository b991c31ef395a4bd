import { expect, it } from 'vitest'
import { CairnError, isCairnError, toCairnError } from '#server/shared/errors.ts'

it('an error of another copy of the code is known as one of ours', async () => {
  const path = '../../../server/shared/errors.ts?copy'
  const copy = (await import(path)) as { CairnError: typeof CairnError }
  const error = new copy.CairnError('not-found', 'There is no such quest.')
  expect(error).not.toBeInstanceOf(CairnError)
  expect(isCairnError(error)).toBe(true)
  expect(toCairnError(error)).toBe(error)
})

it.each([null, undefined, 'not-found', new Error('x'), { code: 'not-found', message: 'x' }])('%s is none of ours', (value) => {
  expect(isCairnError(value)).toBe(false)
  expect(toCairnError(value)).toMatchObject({ code: 'internal' })
})
