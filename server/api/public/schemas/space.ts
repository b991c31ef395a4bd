import * as z from 'zod'
import { linkKinds } from '#server/spaces/links.ts'
import { count, instant, named, text } from './basics.ts'
import { stop } from './quest.ts'

/** One reason of a mark; the numbers that it rests on differ by `kind`. */
const reason = z.object({
  sign: z.enum(['good', 'neutral', 'bad', 'unchecked']),
  kind: z.enum(['age', 'completions', 'payouts', 'domain', 'reports', 'contracts', 'clusters']),
  days: count.optional(),
  count: count.optional(),
  due: count.optional(),
  final: count.optional(),
  refused: count.optional(),
  host: z.string().nullable().optional(),
  upheld: count.optional(),
})

export const space = named(
  'Space',
  'A space: who makes quests, and what is known of them.',
  z.object({
    slug: z.string().meta({ examples: ['granite'] }),
    name: z.string().meta({ examples: ['Granite'] }),
    names: z.object({ en: z.string(), ja: z.string().nullable() }),
    about: text.nullable(),
    website: z.string().nullable(),
    links: z.array(z.object({ kind: z.enum(linkKinds), url: z.string() })),
    owner: z.string().nullable().meta({ description: 'Handle of who answers for it.' }),
    createdAt: instant,
    quests: count,
    completions: count,
    members: count,
    domain: z.string().nullable().meta({ description: 'A domain that it has proven to be its own.' }),
    quality: z.object({ level: z.enum(['low', 'new', 'steady']), reasons: z.array(reason) }),
    stop: stop.nullable(),
  }),
)
