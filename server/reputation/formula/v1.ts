import type { FormulaTerms } from './formula.ts'

/**
 * Version 1. The half-life is 32 weeks, a power of two, so that a circuit and a contract find shift and table index by cutting bits.
 *
 * Widths, for the whole life of the version (weeks 0 to 1023, until August 2043):
 * - points < 2^32 (the slot's width); a sum of 10,000 of them < 2^46;
 * - counted points in hundredths: 6 categories * 5,000 * 100 = 3,000,000 < 2^22;
 * - a table entry <= 2^31, so each fits four bytes; at most 1024 / 32 = 32 half-lives since week 0, so the mass < 2^(22 + 31 + 32) = 2^85;
 * - the product at read < 2^(85 + 31) = 2^116 < 2^128, far below the field's p, so nothing can wrap in a circuit either.
 *
 * An issuer nobody has listed weighs 0: quests may be opened by anyone, so any other default could be multiplied by opening more of them.
 */
export const formulaV1: FormulaTerms = {
  format: 'cairn-formula',
  version: 1,
  weeks: { epoch: 1_704_067_200, seconds: 604_800, count: 1024 },
  decay: {
    halfLife: 32,
    bits: 31,
    table: [
      2147483648, 2101467502, 2056437387, 2012372174, 1969251188, 1927054196, 1885761399, 1845353420, 1805811302, 1767116489, 1729250827,
      1692196548, 1655936265, 1620452966, 1585730000, 1551751076, 1518500250, 1485961921, 1454120822, 1422962011, 1392470869, 1362633090,
      1333434673, 1304861917, 1276901417, 1249540053, 1222764986, 1196563654, 1170923762, 1145833281, 1121280436, 1097253709,
    ],
  },
  caps: { family: 500, project: 2_000, category: 5_000 },
  categories: ['defi', 'nft', 'identity', 'learn', 'social', 'infrastructure'],
  weights: { scale: 100, max: 200, default: 0, depth: 6 },
}
