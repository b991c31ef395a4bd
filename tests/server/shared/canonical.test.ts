import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalDigest, canonicalJson } from '#server/shared/canonical.ts'

describe('canonical JSON', () => {
  it('is what the reference implementation of RFC 8785 writes', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 6 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any'), { maxLength: 6 }),
      object: fc.dictionary(fc.string({ unit: 'binary' }), fc.option(tie('any'), { nil: undefined }), { maxKeys: 8 }),
    })).any
    fc.assert(
      fc.property(value, (json) => canonicalJson(json) === canonicalize(json)),
      { numRuns: 2000 },
    )
  })

  it('sorts by UTF-16 code units and writes numbers as the RFC does', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    )
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0, undefined])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,null]',
    )
    expect(canonicalJson(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"')
  })

  it('refuses what JSON cannot hold', () => {
    const loop: Record<string, unknown> = {}
    loop.self = loop
    for (const value of [undefined, 1n, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('a'), { a: 1n }, [() => 1], loop])
      expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('is digested to 31 bytes', () => expect(canonicalDigest({ b: 1, a: 2 })).toMatch(/^0x[0-9a-f]{62}$/))
})
