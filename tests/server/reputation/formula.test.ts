import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categories } from '#server/quests/definition.ts'
import { publishFormula } from '#server/reputation/formula/formula.ts'
import { issuerId, openWeight } from '#server/reputation/formula/issuers.ts'
import { formulaV1 } from '#server/reputation/formula/v1.ts'
import { bits, reputationTags, tags } from '#server/rollup/protocol/constants.gen.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { formula, issuers, issuerTable } from '#tests/support/reputationCases.ts'

describe('version 1', () => {
  const { decay, weeks, caps, weights } = formulaV1

  it('has the table that its own words define: 2^bits * 2^(-j/halfLife), rounded up', () => {
    expect(decay.table).toHaveLength(decay.halfLife)
    const H = BigInt(decay.halfLife)
    for (const [j, entry] of decay.table.entries()) {
      // entry >= x and entry - 1 < x for x^H = 2^(bits * H - j)
      const power = 2n ** (BigInt(decay.bits) * H - BigInt(j))
      expect(BigInt(entry) ** H >= power && BigInt(entry - 1) ** H < power).toBe(true)
    }
  })

  it('has the widths that its comment argues with', () => {
    const most = BigInt(formulaV1.categories.length * caps.category * weights.scale)
    expect(most < 2n ** 22n && 2n ** BigInt(bits.points) * 10_000n < 2n ** 46n).toBe(true)
    expect(weeks.count / decay.halfLife).toBe(32)
    const one = 2n ** BigInt(2 * decay.bits - 1)
    for (let a = 1; a < decay.halfLife; a++) {
      const product = BigInt(decay.table[a] ?? 0) * BigInt(decay.table[decay.halfLife - a] ?? 0)
      // A value of its own week is read as value * product / one: less than one unit too much.
      expect(product >= one && (product - one) * most < one).toBe(true)
    }
  })

  it('knows the categories of quests by their numbers', () =>
    expect(formulaV1.categories).toEqual(categories.slice(0, formulaV1.categories.length)))

  it('weighs strangers 0', () => expect(weights.default).toBe(0))

  it('has tags of its own', () => {
    const all = [...Object.values(tags), ...Object.values(reputationTags)]
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the hash', () => {
  it('is that of the published data, and of JSON that went over a wire', () => {
    expect(formula.hash).toBe(canonicalDigest(JSON.parse(JSON.stringify(formula.data))))
  })

  it('changes with any number of the data and any entry of the table', () => {
    const other = (terms: typeof formulaV1, table = issuerTable) => publishFormula(hasher, terms, table).hash
    const hashes = [
      formula.hash,
      other({ ...formulaV1, version: 2 }),
      other({ ...formulaV1, caps: { ...formulaV1.caps, project: 2_001 } }),
      other({ ...formulaV1, decay: { ...formulaV1.decay, table: formulaV1.decay.table.toSpliced(7, 1, 1) } }),
      other({ ...formulaV1, categories: [...formulaV1.categories, 'games'] }),
      other({ ...formulaV1, weights: { ...formulaV1.weights, default: 1 } }),
      other(formulaV1, issuerTable.slice(1)),
      other(formulaV1, issuerTable.with(0, { issuer: issuers.full, weight: 99 })),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(other(formulaV1, issuerTable.toReversed())).toBe(formula.hash)
  })
})

describe('the table of issuers', () => {
  const root = (of: typeof formula) => BigInt(of.data.weights.root)
  const id = fc.bigInt({ min: 1n, max: 2n ** 128n - 1n })

  it('opens to the weight of every listed issuer, and to the gap of every other', () => {
    const table = fc
      .uniqueArray(id, { maxLength: 12 })
      .chain((ids) => fc.tuple(...ids.map((issuer) => fc.record({ issuer: fc.constant(issuer), weight: fc.nat(200) }))))
    fc.assert(
      fc.property(table, fc.array(id, { minLength: 2, maxLength: 4 }), (entries, others) => {
        const published = publishFormula(fastHasher, formulaV1, entries)
        for (const issuer of [...entries.map((entry) => entry.issuer), ...others]) {
          const { from, to, weight, index, path } = openWeight(fastHasher, published, issuer)
          const leaf = fastHasher.hash(reputationTags.issuerWeight, [from, to, weight])
          expect(rootFromPath(fastHasher, leaf, index, path)).toBe(root(published))
          expect(path).toHaveLength(formulaV1.weights.depth)
          expect(from <= issuer && issuer < to).toBe(true)
          const listed = entries.find((entry) => entry.issuer === issuer)
          expect(from === issuer).toBe(listed !== undefined)
          if (listed) expect(weight).toBe(BigInt(listed.weight))
        }
      }),
      { numRuns: 50 },
    )
  })

  it('holds 728 issuers and no more', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ issuer: BigInt(i + 1), weight: 1 }))
    const full = publishFormula(fastHasher, formulaV1, many(728))
    const { from, to, weight, index, path } = openWeight(fastHasher, full, 728n)
    expect({ from, to, weight, index }).toEqual({ from: 728n, to: 2n ** 128n, weight: 1n, index: 728 })
    expect(rootFromPath(fastHasher, fastHasher.hash(reputationTags.issuerWeight, [from, to, weight]), index, path)).toBe(root(full))
    expect(() => publishFormula(fastHasher, formulaV1, many(729))).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })

  it.each([
    ['id 0', [{ issuer: 0n, weight: 1 }]],
    ['an id below 0', [{ issuer: -1n, weight: 1 }]],
    ['an id above 128 bits', [{ issuer: 2n ** 128n, weight: 1 }]],
    [
      'one id twice',
      [
        { issuer: 5n, weight: 1 },
        { issuer: 5n, weight: 2 },
      ],
    ],
    ['a weight above the most', [{ issuer: 5n, weight: 201 }]],
    ['a weight below 0', [{ issuer: 5n, weight: -1 }]],
    ['a weight that is no integer', [{ issuer: 5n, weight: 0.5 }]],
  ])('refuses %s', (_, table) => {
    expect(() => publishFormula(hasher, formulaV1, table)).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })

  it('opens no id that cannot be one', () => {
    for (const issuer of [0n, -1n, 2n ** 128n]) expect(() => openWeight(hasher, formula, issuer)).toThrow('does not hold')
  })

  it('takes ids from keys', () => {
    const key = { x: 11n, y: 12n }
    expect(issuerId(hasher, key)).toBe(hasher.hash(18, [11n, 12n]) & (2n ** 128n - 1n))
    expect(issuerId(hasher, { x: 12n, y: 11n })).not.toBe(issuerId(hasher, key))
  })
})
