import * as z from 'zod'
import type { OAuthService, oauthServices } from '../kinds/oauthFacts.ts'

/** Asks a service for a path of its API with the member's token. 404 comes back; other refusals throw `ServiceRefusal`. */
export type AskService = (path: string) => Promise<{ status: number; json: unknown }>

/** The service did not answer the question: the token no longer holds, or anything else. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal'
  readonly reason: 'token' | 'other'
  constructor(reason: 'token' | 'other') {
    super(`the service refused: ${reason}`)
    this.reason = reason
  }
}

type Subject = { args: Readonly<Record<string, string>>; account: { userId: string; handle: string } }
/** Answers the value of a fact as its measure says it: an instant, a whole number, `true` or `false`. Throws on an answer of another shape. */
type ReadFact = (ask: AskService, subject: Subject) => Promise<string>

/** Every fact of the closed list has its reader here, or this does not compile. */
type Readers = { readonly [S in OAuthService]: { readonly [F in keyof (typeof oauthServices)[S]['facts']]: ReadFact } }

const part = (text: string | undefined) => encodeURIComponent(text ?? '')
/** `owner/name`: both parts stay parts. */
const repoPath = (text: string | undefined) => (text ?? '').split('/').map(encodeURIComponent).join('/')
const yes = (condition: boolean) => String(condition)
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)))

/** An answer that must be there: a 404 where none can be is not taken for a "no". */
async function read<T>(ask: AskService, path: string, shape: z.ZodType<T>): Promise<T> {
  const { status, json } = await ask(path)
  if (status !== 200) throw new ServiceRefusal('other')
  return shape.parse(json)
}

/** The same where 404 means: no. */
async function readIfThere<T>(ask: AskService, path: string, shape: z.ZodType<T>): Promise<T | null> {
  const { status, json } = await ask(path)
  if (status === 404) return null
  return shape.parse(json)
}

const github: Readers['github'] = {
  accountAge: async (ask) => (await read(ask, '/user', z.object({ created_at: instant }))).created_at,
  follows: async (ask, { args }) => yes((await ask(`/user/following/${part(args.user)}`)).status === 204),
  starred: async (ask, { args }) => yes((await ask(`/user/starred/${repoPath(args.repo)}`)).status === 204),
  orgMember: async (ask, { args }) => {
    const membership = await readIfThere(ask, `/user/memberships/orgs/${part(args.org)}`, z.object({ state: z.string() }))
    return yes(membership?.state === 'active')
  },
  mergedPulls: async (ask, { args, account }) => {
    const query = `repo:${args.repo} type:pr is:merged author:${account.handle}`
    const shape = z.object({ total_count: z.int().min(0), incomplete_results: z.literal(false).optional() })
    return String((await read(ask, `/search/issues?per_page=1&q=${encodeURIComponent(query)}`, shape)).total_count)
  },
}

/** Milliseconds of 2015, when Discord's ids began to count. */
const discordEpoch = 1_420_070_400_000n

const discord: Readers['discord'] = {
  accountAge: async (ask) => {
    const { id } = await read(ask, '/users/@me', z.object({ id: z.string().regex(/^\d{17,20}$/) }))
    return new Date(Number((BigInt(id) >> 22n) + discordEpoch)).toISOString()
  },
  guildMember: async (ask, { args }) => yes((await memberOf(ask, args.guild)) !== null),
  guildRole: async (ask, { args }) => yes((await memberOf(ask, args.guild))?.roles.includes(args.role ?? '') === true),
}

const memberOf = (ask: AskService, guild: string | undefined) =>
  readIfThere(ask, `/users/@me/guilds/${part(guild)}/member`, z.object({ roles: z.array(z.string()) }))

const x: Readers['x'] = {
  accountAge: async (ask) => {
    const shape = z.object({ data: z.object({ created_at: instant }) })
    return (await read(ask, '/users/me?user.fields=created_at', shape)).data.created_at
  },
  follows: async (ask, { args }) => {
    const shape = z.object({ data: z.object({ connection_status: z.array(z.string()) }) })
    const { data } = await read(ask, `/users/by/username/${part(args.user)}?user.fields=connection_status`, shape)
    return yes(data.connection_status.includes('following'))
  },
}

const readers: Readers = { github, discord, x }

type ReadNamed = (fact: string, ask: AskService, subject: Subject) => Promise<string>

const named =
  (facts: Readonly<Record<string, ReadFact>>): ReadNamed =>
  (fact, ask, subject) => {
    const reader = Object.hasOwn(facts, fact) ? facts[fact] : undefined
    if (!reader) throw new ServiceRefusal('other')
    return reader(ask, subject)
  }

/** Readers by service, then by the fact's name. */
export const factReaders: { readonly [S in OAuthService]: ReadNamed } = {
  github: named(readers.github),
  discord: named(readers.discord),
  x: named(readers.x),
}
