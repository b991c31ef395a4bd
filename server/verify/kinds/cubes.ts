import * as z from 'zod'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { type CubeRecord, type CubesQuery, type EvidenceItem, itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Refuse } from './abiParams.ts'
import { count, evmAddress, text } from './fields.ts'
import type { Judgement } from './kind.ts'
import { unreadHere } from './offchainReading.ts'
import { mostFiles } from './slotCubes.ts'

const mostQuests = 2 ** trees.quests.depth - 1

/**
 * CUBEs that the member holds: of one quest of this slot (its slug), of a category, or any. `slot`: of another slot instead, by its contract on the leaf's
 * chain; then `quests` are indices of quests there, and `name` is what people call that slot.
 */
export const cubeParams = z.strictObject({
  type: z.literal('cube'),
  quest: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100)
    .optional(),
  category: z.string().min(1).max(50).optional(),
  count: count.optional(),
  slot: evmAddress.optional(),
  quests: z
    .array(z.int().min(0).max(mostQuests))
    .min(1)
    .max(50)
    .refine((quests) => new Set(quests).size === quests.length, 'each quest once')
    .optional(),
  name: text.optional(),
})
export type CubeParams = z.infer<typeof cubeParams>

/** Each way to name a quest belongs to one of the two: a slug is known here only. */
export function checkCube({ slot, quest, quests, name, count }: CubeParams, refuse: Refuse) {
  if (slot === undefined) {
    if (quests) refuse(['quests'], 'only where a slot is named: quests of this slot go by their slug in `quest`')
    if (name) refuse(['name'], 'only where a slot is named')
    return
  }
  if (quest !== undefined) refuse(['quest'], 'a slug of this slot: quests of another one go by their index in `quests`')
  if (count !== undefined && count > mostFiles) refuse(['count'], `at most ${mostFiles}: so many files of CUBEs are kept`)
}

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
  if (counting.length + of('open').length >= need) return { status: 'pending', seen, facts: [], next: notFinal, code: 'cube.not-final' }
  const [lost] = [...of('revoked').map(() => revoked), ...of('expired').map(() => expired)]
  const next = progress(counting.length, need)
  if (lost) return { status: 'fail', seen: [...seen, { text: lost }], facts: [], next, code: 'cube.lost' }
  return { status: 'fail', seen, facts: [], next, code: 'cube.missing' }
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
