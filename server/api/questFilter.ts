import * as z from 'zod'
import { categories } from '#server/quests/definition.ts'
import { noChain, type QuestFilter, type QuestSort, questSorts, questStates } from '#server/quests/discover/filter.ts'
import { chainId } from '#server/verify/rule.ts'
import { integer, slug } from './fields.ts'

/** Words of a search; what is no letter and no digit is not looked for. */
const words = z
  .string()
  .max(80)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must not contain control characters')

const shared = {
  q: words.optional(),
  category: z.enum(categories).optional(),
  chain: z.union([chainId, z.literal(noChain)]).optional(),
  reward: z.literal('paid').optional(),
  state: z.enum(questStates).optional(),
  space: slug.optional(),
}

/** Fields that narrow a list of quests, as a procedure takes them. */
export const filterFields = {
  ...shared,
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  minutes: integer(1, 600).optional(),
}

/** The same as text of an address. What is the member's own cannot be asked for there. */
export const filterQuery = {
  ...shared,
  state: z.enum(['open', 'closed']).optional(),
  difficulty: z
    .enum(['1', '2', '3'])
    .transform((text) => ({ '1': 1 as const, '2': 2 as const, '3': 3 as const })[text])
    .optional(),
  minutes: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(600))
    .optional(),
}

export const sort = z.enum(questSorts).optional()
/** Without a member there is nobody to sort for. */
export const publicSort = z.enum(questSorts).exclude(['for-you']).optional()

/** By how well words fit where there are words, else the newest first. */
export const sortFor = (asked: QuestSort | undefined, filter: QuestFilter): QuestSort => asked ?? (filter.q?.trim() ? 'match' : 'newest')
