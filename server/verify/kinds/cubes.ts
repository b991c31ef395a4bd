import * as z from 'zod'
import { type CubeRecord, type CubesQuery, type EvidenceItem, itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import { count } from './fields.ts'
import type { Judgement } from './kind.ts'
import { unreadHere } from './offchainReading.ts'

/** CUBEs of this slot that the member holds: of one quest (its slug), of a category, or any. */
export const cubeParams = z.strictObject({
  type: z.literal('cube'),
  quest: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100)
    .optional(),
  category: z.string().min(1).max(50).optional(),
  count: count.optional(),
})
export type CubeParams = z.infer<typeof cubeParams>

export const cubesQuery = ({ quest, category }: CubeParams): CubesQuery => ({
  type: 'cubes',
  ...(quest === undefined ? {} : { quest }),
  ...(category === undefined ? {} : { category }),
})

type Standing = 'counts' | 'other' | 'revoked' | 'expired' | 'open'

/** Final CUBEs count; those that are minted but not final yet make it pending. */
export function judgeCubes(params: CubeParams, evidence: readonly EvidenceItem[]): Judgement {
  const records = itemsOf(evidence, 'cubes').flatMap((item) => item.records)
  const sorted = Map.groupBy(new Map(records.map((cube) => [cube.credentialId, cube])).values(), (cube) => standingOf(cube, params))
  const of = (standing: Standing) => sorted.get(standing) ?? []
  const need = params.count ?? 1
  const counting = of('counts')
  const seen = counting
    .slice(0, 10)
    .map(({ quest }) => ({ text: { en: `holds the CUBE of “${quest}”`, ja: `「${quest}」の CUBE を保有しています` } }))
  if (counting.length >= need) return { status: 'pass', seen, facts: [] }
  const problem = unreadHere(evidence)
  if (problem) return problem
  if (counting.length + of('open').length >= need) return { status: 'pending', seen, facts: [], next: notFinal }
  const [lost] = [...of('revoked').map(() => revoked), ...of('expired').map(() => expired)]
  return { status: 'fail', seen: lost ? [...seen, { text: lost }] : seen, facts: [], next: progress(counting.length, need) }
}

function standingOf({ quest, category, revoked, expiresAt, final, at }: CubeRecord, params: CubeParams): Standing {
  if ((params.quest !== undefined && quest !== params.quest) || (params.category !== undefined && category !== params.category))
    return 'other'
  if (revoked) return 'revoked'
  // Compared as instants: what cannot be read as one has expired.
  if (expiresAt !== null && !(Date.parse(expiresAt) > Date.parse(at))) return 'expired'
  return final ? 'counts' : 'open'
}

export function cubesText({ quest, category, count = 1 }: CubeParams): Text {
  const [en, ja] =
    quest !== undefined
      ? [`the CUBE of “${quest}”`, `「${quest}」の CUBE`]
      : category === undefined
        ? [count === 1 ? 'a CUBE' : 'CUBEs', 'CUBE']
        : [`${count === 1 ? 'a CUBE' : 'CUBEs'} of the category “${category}”`, `カテゴリー「${category}」の CUBE`]
  return { en: `Hold ${count === 1 ? '' : `${count} `}${en}`, ja: `${ja} を${count === 1 ? '' : ` ${count} 個`}保有する` }
}

const revoked: Text = { en: 'a CUBE was revoked', ja: '取り消された CUBE があります' }
const expired: Text = { en: 'a CUBE has expired', ja: '有効期限が切れた CUBE があります' }
const notFinal: Text = {
  en: 'Nothing to do: this step completes by itself once the CUBE is final.',
  ja: 'このままお待ちください。CUBE が確定すると自動で完了します。',
}
const progress = (have: number, need: number): Text => ({
  en: `${have} so far, ${need} needed.`,
  ja: `現在 ${have} 個、必要なのは ${need} 個です。`,
})
