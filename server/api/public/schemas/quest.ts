import * as z from 'zod'
import { categories } from '#server/quests/definition.ts'
import { amount, count, hex, instant, named, orNone, slugText, spaceRef, text } from './basics.ts'

const card = {
  slug: slugText,
  status: z.enum(['publishing', 'live', 'paused', 'ended']),
  title: text,
  summary: text,
  category: z.enum(categories),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.int(),
  points: z.int(),
  reward: amount.nullable().meta({ description: 'Coins for each completion, in wei; null where there are none.' }),
  chains: z.array(z.string().meta({ examples: ['eip155:1'] })).meta({ description: 'CAIP-2 ids of the chains that its steps read.' }),
  steps: count,
  supply: count.meta({ description: 'Places in all.' }),
  completed: count.meta({ description: 'Places that are taken.' }),
  opensAt: instant,
  closesAt: instant,
  space: spaceRef,
  caution: z.boolean().meta({ description: 'The space’s mark is low; its page says why.' }),
  every: z.enum(['day', 'week']).nullable().meta({ description: 'How often it comes again.' }),
}

export const questCard = named('QuestCard', 'A quest in a list.', z.object(card))

const prerequisite = z.union([
  z.object({ kind: z.enum(['quest', 'credential']), quest: slugText, title: text }),
  z.object({ kind: z.literal('score'), min: z.int() }),
])

const step = named(
  'Step',
  'A step of a quest. `describe` is its rule in words.',
  z.object({
    id: z.string().meta({ examples: ['swap'] }),
    title: text,
    hint: text.optional(),
    link: z.string().optional(),
    describe: text,
    cards: z
      .array(z.object({ title: text, text }))
      .optional()
      .meta({ description: 'Read before the step is done; texts in Markdown.' }),
    services: z.array(z.string()).optional().meta({ description: 'Services whose account the step asks about.' }),
  }),
)

export const stop = z.object({ kind: z.enum(['held', 'delisted']), of: z.enum(['space', 'quest']), reason: text.nullable(), at: instant })

export const quest = named(
  'Quest',
  'A quest with its steps.',
  z.object({
    ...card,
    description: text,
    rulesHash: hex.meta({ description: 'Of the version that judges; CUBEs carry it.' }),
    version: z.int(),
    order: z.enum(['any', 'sequence']),
    prerequisites: z.array(prerequisite),
    family: z
      .object({ every: z.enum(['day', 'week']), periods: z.int(), slug: slugText, period: z.int(), nextAt: orNone })
      .nullable()
      .meta({ description: 'What a recurring quest is a period of.' }),
    feePerMint: amount.nullable(),
    prizeOf: slugText.nullable().meta({ description: 'The quest whose winners this one pays.' }),
    stop: stop.nullable().meta({ description: 'Why it is in no list, and nobody new starts it.' }),
    stepList: z.array(step),
  }),
)
