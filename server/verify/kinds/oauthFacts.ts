import type { Text } from '../verdict.ts'

/** How a fact is said: an instant (ISO 8601) that something is as old as, a whole number, or `true` / `false`. */
export type FactMeasure = 'age' | 'count' | 'yes'

/**
 * A fact about a member's account elsewhere. `args`: what an author fills in and its shape. `request`: what is asked of the service, for whoever wants to
 * check. `wanted`: past tense in English, the end of a clause in Japanese.
 */
export type OAuthFact = {
  measure: FactMeasure
  args: Readonly<Record<string, RegExp>>
  request: string
  wanted(args: Readonly<Record<string, string>>): Text
}

const name = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?$/
const repo = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/
const snowflake = /^\d{17,20}$/
const xName = /^[A-Za-z0-9_]{1,15}$/

const accountAge = (service: string): OAuthFact['wanted'] => {
  return () => ({ en: `a ${service} account`, ja: `${service} アカウントの利用歴` })
}

/** Every service and every fact that a rule may ask for: a closed list, so that each request is one that we wrote. */
export const oauthServices = {
  github: {
    name: 'GitHub',
    facts: {
      accountAge: { measure: 'age', args: {}, request: 'GET /user → created_at', wanted: accountAge('GitHub') },
      follows: {
        measure: 'yes',
        args: { user: name },
        request: 'GET /user/following/{user} → 204, or 404',
        wanted: ({ user }) => ({ en: `Follow ${user} on GitHub`, ja: `GitHub で ${user} をフォローする` }),
      },
      starred: {
        measure: 'yes',
        args: { repo },
        request: 'GET /user/starred/{repo} → 204, or 404',
        wanted: ({ repo }) => ({ en: `Star ${repo} on GitHub`, ja: `GitHub で ${repo} にスターを付ける` }),
      },
      orgMember: {
        measure: 'yes',
        args: { org: name },
        request: 'GET /user/memberships/orgs/{org} → state = active, or 404',
        wanted: ({ org }) => ({ en: `Be a member of ${org} on GitHub`, ja: `GitHub の ${org} に所属している` }),
      },
      mergedPulls: {
        measure: 'count',
        args: { repo },
        request: 'GET /search/issues?q=repo:{repo} type:pr is:merged author:{login} → total_count',
        wanted: ({ repo }) => ({ en: `merged pull requests in ${repo}`, ja: `${repo} でマージされたプルリクエスト` }),
      },
    },
  },
  discord: {
    name: 'Discord',
    facts: {
      accountAge: { measure: 'age', args: {}, request: 'GET /users/@me → time within id', wanted: accountAge('Discord') },
      guildMember: {
        measure: 'yes',
        args: { guild: snowflake },
        request: 'GET /users/@me/guilds/{guild}/member → 200, or 404',
        wanted: ({ guild }) => ({ en: `Join the Discord server ${guild}`, ja: `Discord サーバー ${guild} に参加する` }),
      },
      guildRole: {
        measure: 'yes',
        args: { guild: snowflake, role: snowflake },
        request: 'GET /users/@me/guilds/{guild}/member → roles has {role}, or 404',
        wanted: ({ guild, role }) => ({
          en: `Hold the role ${role} on the Discord server ${guild}`,
          ja: `Discord サーバー ${guild} でロール ${role} を持っている`,
        }),
      },
    },
  },
  x: {
    name: 'X',
    facts: {
      accountAge: { measure: 'age', args: {}, request: 'GET /users/me?user.fields=created_at → data.created_at', wanted: accountAge('X') },
      follows: {
        measure: 'yes',
        args: { user: xName },
        request: 'GET /users/by/username/{user}?user.fields=connection_status → data.connection_status has following',
        wanted: ({ user }) => ({ en: `Follow @${user} on X`, ja: `X で @${user} をフォローする` }),
      },
    },
  },
} as const satisfies Record<string, { name: string; facts: Record<string, OAuthFact> }>

export type OAuthService = keyof typeof oauthServices
export const oauthServiceIds = Object.keys(oauthServices) as [OAuthService, ...OAuthService[]]

/** The fact of that name; null when the service has none. */
export function factOf(service: OAuthService, fact: string): OAuthFact | null {
  const facts: Readonly<Record<string, OAuthFact>> = oauthServices[service].facts
  return Object.hasOwn(facts, fact) ? (facts[fact] ?? null) : null
}
