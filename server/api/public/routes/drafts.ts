import * as z from 'zod'
import { integer, plainText, slug } from '#server/api/fields.ts'
import { questStates } from '#server/quests/drafts/lifecycle.ts'
import type { DraftPosition } from '#server/quests/drafts/readDrafts.ts'
import type { KeyCaller } from '#server/spaces/keys/enterByKey.ts'
import { flag, paging } from '../queryFields.ts'
import { spaceRoute } from '../route.ts'
import { named as namedSchema, pageOf } from '../schemas/basics.ts'
import { draft, draftCard, launched, madeDraft, reviewedDraft, runState, savedDraft, version } from '../schemas/draft.ts'

const params = { quest: slug }
const revision = integer(1, 2 ** 31 - 1).meta({ description: 'The revision that you read.', examples: [3] })
const ofRevision = z.strictObject({ revision }).meta({ id: 'OfRevision', description: 'Which text is meant.' })
const tag = 'Your quests' as const
const acts = { points: 30, seconds: 60 }

/** Who asks and what for, as the use cases take it. */
const named = ({ caller }: { caller: KeyCaller }, { quest }: { quest: string }) => ({
  accountId: caller.accountId,
  spaceId: caller.space.id,
  slug: quest,
})

const changes = z
  .strictObject({
    definition: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Fields to put in place of those that are there; null takes one away.' }),
    supply: z.number().nullish(),
    opensAt: z.string().max(40).nullish(),
    closesAt: z.string().max(40).nullish(),
  })
  .default({})
  .meta({ examples: [{ supply: 500, definition: { points: 50 } }] })

const save = z
  .strictObject({
    revision,
    changes,
    acknowledge: z
      .array(z.strictObject({ code: z.string().min(1).max(60), path: z.string().min(1).max(300) }))
      .max(100)
      .optional()
      .meta({ description: 'Warnings that you know of.' }),
  })
  .meta({ id: 'SaveDraft', description: 'Parts of a draft to save.' })

export const draftRoutes = [
  spaceRoute({
    ...{ id: 'listOwnQuests', path: '/quests', tag, summary: 'Your quests with their state', scope: 'quests:read' },
    query: { ...paging, state: z.enum(questStates).optional(), search: z.string().max(100).optional(), archived: flag.default(false) },
    answer: pageOf('DraftCardPage', draftCard),
    async run({ members, cursors, caller }, { query: { cursor, limit, ...asked } }) {
      const list = `studio.quests.${caller.space.id}`
      // Sealed by us for this space, so it is a position of its list.
      const after = cursor ? (cursors.open(list, cursor) as DraftPosition) : null
      const of = { accountId: caller.accountId, spaceId: caller.space.id }
      const { items, next } = await members.studio.quests.list({ ...of, ...asked, after, limit })
      return { items, nextCursor: next ? cursors.seal(list, next) : null }
    },
  }),
  spaceRoute({
    ...{
      id: 'makeQuest',
      path: '/quests',
      tag,
      summary: 'Make an empty draft',
      scope: 'quests:write',
      method: 'POST',
      status: 201,
      limit: acts,
    },
    body: z.strictObject({ slug: slug.meta({ examples: ['first-swap'] }) }).meta({ id: 'MakeQuest', description: 'The name of a quest.' }),
    answer: madeDraft,
    run: (deps, { body }) => deps.members.studio.quests.make(named(deps, { quest: body.slug })),
  }),
  spaceRoute({
    ...{ id: 'getOwnQuest', path: '/quests/{quest}', tag, summary: 'A quest as its authors see it', scope: 'quests:read', params },
    answer: draft,
    run: (deps, asked) => deps.members.studio.quests.get(named(deps, asked.params)),
  }),
  spaceRoute({
    ...{ id: 'saveQuest', path: '/quests/{quest}', tag, summary: 'Save parts of a draft', scope: 'quests:write', method: 'PATCH', params },
    description:
      'A draft may lack and break anything: `getOwnQuest` lists its problems. A save on an older revision is refused, with what is there now.',
    limit: { points: 120, seconds: 60 },
    body: save,
    answer: savedDraft,
    run: (deps, { params, body }) => deps.members.studio.quests.save({ ...named(deps, params), ...body }),
  }),
  spaceRoute({
    ...{ id: 'submitQuest', path: '/quests/{quest}/submit', tag, summary: 'Hand a draft in for review', scope: 'quests:write' },
    ...{ method: 'POST', params, body: ofRevision, answer: reviewedDraft, limit: acts },
    run: (deps, { params, body }) => deps.members.studio.quests.submit({ ...named(deps, params), ...body }),
  }),
  spaceRoute({
    ...{ id: 'approveQuest', path: '/quests/{quest}/approve', tag, summary: 'Say that a text may be launched', scope: 'quests:launch' },
    ...{ method: 'POST', params, body: ofRevision, answer: reviewedDraft, limit: acts },
    run: (deps, { params, body }) => deps.members.studio.quests.approve({ ...named(deps, params), ...body }),
  }),
  spaceRoute({
    ...{ id: 'sendQuestBack', path: '/quests/{quest}/send-back', tag, summary: 'Give a draft back to its authors', scope: 'quests:launch' },
    ...{ method: 'POST', params, answer: reviewedDraft, limit: acts },
    body: z
      .strictObject({ revision, words: plainText(2000, { lines: true }).meta({ examples: ['Please name the token.'] }) })
      .meta({ id: 'SendBack', description: 'Which text is meant, and why.' }),
    run: (deps, { params, body }) => deps.members.studio.quests.sendBack({ ...named(deps, params), ...body }),
  }),
  spaceRoute({
    ...{ id: 'launchQuest', path: '/quests/{quest}/launch', tag, summary: 'Launch an approved draft', scope: 'quests:launch' },
    description: 'A quest that opens at its time, or the next version of one that runs. The saved wallets are tried first.',
    ...{ method: 'POST', params, body: ofRevision, answer: launched, limit: { points: 10, seconds: 60 } },
    run: (deps, { params, body }) => deps.members.studio.quests.launch({ ...named(deps, params), ...body, requestId: deps.requestId }),
  }),
  spaceRoute({
    ...{ id: 'pauseQuest', path: '/quests/{quest}/pause', tag, summary: 'Nobody begins from now on', scope: 'quests:launch' },
    ...{ method: 'POST', params, answer: runState, limit: acts },
    run: (deps, { params }) => deps.members.studio.quests.pause(named(deps, params)),
  }),
  spaceRoute({
    ...{ id: 'resumeQuest', path: '/quests/{quest}/resume', tag, summary: 'Let members begin again', scope: 'quests:launch' },
    ...{ method: 'POST', params, answer: runState, limit: acts },
    run: (deps, { params }) => deps.members.studio.quests.resume(named(deps, params)),
  }),
  spaceRoute({
    ...{ id: 'endQuest', path: '/quests/{quest}/end', tag, summary: 'End a quest for good', scope: 'quests:launch' },
    ...{ method: 'POST', params, answer: runState, limit: acts },
    run: (deps, { params }) => deps.members.studio.quests.end(named(deps, params)),
  }),
  spaceRoute({
    ...{
      id: 'listVersions',
      path: '/quests/{quest}/versions',
      tag,
      summary: 'Published versions, newest first',
      scope: 'quests:read',
      params,
    },
    answer: namedSchema('Versions', 'All versions of a quest.', z.object({ items: z.array(version) })),
    run: async (deps, { params }) => ({ items: await deps.members.studio.quests.versions(named(deps, params)) }),
  }),
]
