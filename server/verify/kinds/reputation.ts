import * as z from 'zod'
import { itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import { count, uint } from './fields.ts'
import { defineKind } from './kind.ts'
import { unreadHere } from './offchainReading.ts'

/** The member's score of this slot, or how many CUBEs of a category they hold. At least one of the two. */
const params = z
  .strictObject({ score: uint.optional(), category: z.string().min(1).max(50).optional(), count: count.optional() })
  .refine(({ score, count }) => score !== undefined || count !== undefined, 'score or count expected')

type Params = z.infer<typeof params>

/** Our own score, or the count of CUBEs of a category. Both must be reached where both are wanted. */
export const reputation = defineKind({
  id: 'reputation',
  params,
  namespace: null,
  plan: ({ category }) => [{ type: 'reputation', ...(category === undefined ? {} : { category }) }],
  judge(params, evidence) {
    const problem = unreadHere(evidence)
    if (problem) return problem
    const [record] = itemsOf(evidence, 'reputation')
      .filter(({ query }) => query.category === params.category)
      .flatMap(({ records }) => records)
    const have = { score: /^\d{1,78}$/.test(record?.score ?? '') ? BigInt(record?.score ?? 0) : 0n, count: record?.count ?? 0 }
    const seen = record ? [{ text: standing(params, have) }] : []
    const enough = record !== undefined && have.score >= BigInt(params.score ?? 0) && have.count >= (params.count ?? 0)
    if (enough) return { status: 'pass', seen, facts: [] }
    return { status: 'fail', seen, facts: [], next: needed(params), code: 'reputation.unmet' }
  },
  describe: (params) => wanted(params),
  lint: ({ score, count }) => (score === '0' && count === undefined ? [{ code: 'no-minimum', path: ['score'], message: zero }] : []),
  form: {
    title: { en: 'Reputation', ja: '評判' },
    summary: {
      en: 'The member has earned a score, or CUBEs of a category',
      ja: 'メンバーが一定のスコア、またはカテゴリーの CUBE を獲得している',
    },
    fields: [
      { path: 'score', control: 'amount', label: { en: 'Score at least', ja: '最小スコア' } },
      { path: 'category', control: 'text', label: { en: 'Category', ja: 'カテゴリー' } },
      { path: 'count', control: 'integer', label: { en: 'CUBEs at least', ja: 'CUBE の最小数' } },
    ],
    example: { params: { score: '100' } },
  },
})

const zero: Text = { en: 'Everyone has a score of zero.', ja: 'スコア 0 は誰でも満たします。' }

const inCategory = ({ category }: Params): Text =>
  category === undefined ? { en: '', ja: '' } : { en: ` of the category “${category}”`, ja: `カテゴリー「${category}」の` }

function parts({ score, count, ...params }: Params): Text[] {
  const category = inCategory(params)
  return [
    ...(score === undefined ? [] : [{ en: `a score of at least ${score}${category.en}`, ja: `${category.ja}スコア ${score} 以上` }]),
    ...(count === undefined
      ? []
      : [{ en: `at least ${count} CUBE${count === 1 ? '' : 's'}${category.en}`, ja: `${category.ja} CUBE ${count} 個以上`.trimStart() }]),
  ]
}

const together = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(' and '),
  ja: texts.map(({ ja }) => ja).join('と'),
})

const wanted = (params: Params): Text => ({ en: `Have ${together(parts(params)).en}`, ja: `${together(parts(params)).ja}を獲得している` })
const needed = (params: Params): Text => ({
  en: `Needed: ${together(parts(params)).en}.`,
  ja: `必要な条件: ${together(parts(params)).ja}。`,
})

function standing({ score, count }: Params, have: { score: bigint; count: number }): Text {
  const texts: Text[] = [
    ...(score === undefined ? [] : [{ en: `score ${have.score}`, ja: `スコア ${have.score}` }]),
    ...(count === undefined ? [] : [{ en: `${have.count} CUBE${have.count === 1 ? '' : 's'}`, ja: `CUBE ${have.count} 個` }]),
  ]
  return { en: texts.map(({ en }) => en).join(', '), ja: texts.map(({ ja }) => ja).join('、') }
}
