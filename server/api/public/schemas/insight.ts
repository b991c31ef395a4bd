import * as z from 'zod'
import { funnelSplits } from '#server/insights/funnel/funnel.ts'
import { amount, count, instant, named, orNone, text, uuid, wallet } from './basics.ts'
import { credentialStates } from './credential.ts'

const stage = z.object({
  id: z.string().meta({ examples: ['start'] }),
  count: count.nullable(),
  before: z.string().nullable(),
  share: z.number().nullable().meta({ description: 'Of the stage `before`, 0 to 1.' }),
})
const stages = z.array(stage)
const steps = z.array(z.object({ id: z.string(), title: text }))

export const funnel = named(
  'Funnel',
  'How far those came who came on these days (UTC).',
  z.object({
    from: z.string().meta({ examples: ['2026-11-01'] }),
    to: z.string().meta({ examples: ['2026-11-28'] }),
    order: z.enum(['any', 'sequence']),
    steps,
    stages,
    by: z.enum(funnelSplits).nullable(),
    groups: z.array(z.object({ key: z.string().nullable(), stages })),
    rest: stages.nullable(),
  }),
)

export const reasons = named(
  'Reasons',
  'Why members are not through with the steps, most frequent first.',
  z.object({
    steps,
    reasons: z.array(
      z.object({
        step: z.string(),
        status: z.enum(['fail', 'pending', 'error']),
        code: z.string().nullable(),
        members: count,
        example: text,
        judgedAt: instant,
      }),
    ),
  }),
)

export const participant = named(
  'Participant',
  'Somebody on a quest.',
  z.object({
    id: uuid,
    account: z.object({ id: uuid, handle: z.string().nullable(), wallet: wallet.nullable() }),
    version: z.int(),
    startedAt: instant,
    completedAt: orNone,
    passed: z.array(z.string()).meta({ description: 'Ids of the steps that passed.' }),
    verdicts: z
      .record(z.string(), z.enum(['pass', 'fail', 'pending', 'error']))
      .meta({ description: 'The verdict on each step that was judged, by its id.' }),
    credential: z
      .object({
        id: uuid,
        index: z.int().nullable(),
        serial: z.int().nullable(),
        state: z.enum(credentialStates),
        revocation: z.enum(['asked', 'done']).nullable(),
      })
      .nullable(),
    reward: z
      .object({ token: z.int(), amount, paid: z.enum(['coming', 'reserved', 'claimed', 'returned', 'refused']) })
      .nullable()
      .meta({ description: 'What the completion set aside in the slot; null where the quest pays nothing.' }),
    from: z.object({ referrer: z.string().nullable(), ref: z.string().nullable() }),
    cluster: z.enum(['none', 'watch', 'flagged']).nullable(),
  }),
)
