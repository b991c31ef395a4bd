import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localePath, locales, splitLocale } from '#app/_ui/locale.ts'

const path = fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((part) => part !== 'ja')).map((parts) => `/${parts.join('/')}`)

test('what a language is added to, it can be split from', () => {
  fc.assert(
    fc.property(path, fc.constantFrom(...locales), (plain, locale) => {
      expect(splitLocale(localePath(locale, plain))).toEqual({ locale, path: plain })
    }),
  )
})

test('a path that only begins like a language keeps its words', () => {
  expect(splitLocale('/japan')).toEqual({ locale: 'en', path: '/japan' })
  expect(splitLocale('/ja')).toEqual({ locale: 'ja', path: '/' })
  expect(splitLocale('/ja/')).toEqual({ locale: 'ja', path: '/' })
})
