import * as z from 'zod'
import { acts, questStates, stages } from '#server/quests/drafts/lifecycle.ts'
import { count, hex, instant, named, orNone, slugText } from './basics.ts'

const revision = z
  .int()
  .min(1)
  .meta({ examples: [3] })

export const draftCard = named(
  'DraftCard',
  'A quest as its space sees it in a list.',
  z.object({
    slug: slugText,
    title: z.object({ en: z.string().nullable(), ja: z.string().nullable() }),
    state: z.enum(questStates),
    stage: z.enum(stages).meta({ description: 'How far the text is: of a quest that runs, that of its next version.' }),
    places: z.object({ completed: count, supply: count }).nullable(),
    editedAt: instant,
  }),
)

const address = z.object({
  should: z.enum(['pass', 'fail']),
  wallet: z.string(),
  lastResult: z.string().nullable(),
  lastAt: orNone,
})

export const draft = named(
  'Draft',
  'A quest as its authors see it: the text with every problem at once, its warnings and its reviews.',
  z.object({
    slug: slugText,
    state: z.enum(questStates),
    stage: z.enum(stages),
    archived: z.boolean(),
    revision: revision.meta({ description: 'Give it with every change: one that is older is refused (`draft.stale`).' }),
    document: z.object({
      definition: z.record(z.string(), z.unknown()),
      supply: z.unknown(),
      opensAt: z.unknown(),
      closesAt: z.unknown(),
    }),
    problems: z.array(z.object({ field: z.string(), found: z.string(), expected: z.string() })),
    warnings: z.array(z.object({ code: z.string(), path: z.string(), acknowledged: z.boolean() })),
    acts: z.array(z.enum(acts)).meta({ description: 'What can be done now, by whoever may.' }),
    editedBy: z.string().nullable(),
    editedAt: instant,
    quest: z.object({ status: z.string(), version: z.int(), completed: count, supply: count }).nullable(),
    reviews: z.array(z.object({ act: z.string(), revision, by: z.string().nullable(), words: z.string().nullable(), at: instant })),
    addresses: z.array(address),
  }),
)

export const madeDraft = named('DraftName', 'A draft and its revision.', z.object({ slug: slugText, revision }))
export const savedDraft = named('DraftRevision', 'The revision that a draft has now.', z.object({ revision }))
export const reviewedDraft = named('DraftStage', 'Where a text stands.', z.object({ slug: slugText, stage: z.enum(stages), revision }))
export const runState = named('QuestState', 'How a quest runs now.', z.object({ slug: slugText, state: z.enum(questStates) }))

export const launched = named(
  'Launched',
  'A version that was launched, and what came of the wallets that are tried before.',
  z.object({
    slug: slugText,
    version: z.int(),
    rulesHash: hex,
    state: z.string(),
    addresses: z.array(
      z.object({
        should: z.enum(['pass', 'fail']),
        wallet: z.string(),
        result: z.string(),
        steps: z.array(z.object({ id: z.string(), status: z.string() })),
      }),
    ),
  }),
)

export const version = named(
  'Version',
  'A version that was published; it never changes.',
  z.object({
    version: z.int(),
    rulesHash: hex,
    at: instant,
    shown: z.boolean().meta({ description: 'Its words are the quest’s.' }),
    judges: z.boolean().meta({ description: 'Members are judged by it.' }),
  }),
)
