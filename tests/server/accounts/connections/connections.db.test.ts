import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConnectionStore } from '#server/accounts/connections/connectionStore.ts'
import { createServiceAccess } from '#server/accounts/connections/serviceAccess.ts'
import type { ServiceId } from '#server/accounts/connections/services.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { createGuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { createOAuthEvidence } from '#server/verify/evidence/oauthEvidenceClient.ts'
import { serviceUser, startLocalOAuth } from '#tests/support/localOAuth.ts'
import { Browser, dataOf, errorOf, evmWallet, origin, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'

let oauth: Awaited<ReturnType<typeof startLocalOAuth>>
let site: Site
const sealer = createSealer(`0x${randomBytes(32).toString('hex')}`)
let outbound: {
  localEndpoints: Set<string>
  sealer: typeof sealer
  services: typeof oauth.services
  abiSource: null
  fetch: ReturnType<typeof createGuardedFetch>
}
beforeAll(async () => {
  oauth = await startLocalOAuth()
  const localEndpoints = new Set([oauth.origin])
  outbound = {
    localEndpoints,
    sealer,
    services: oauth.services,
    abiSource: null,
    fetch: createGuardedFetch({ localOrigins: localEndpoints }),
  }
  site = await startSite({ deps: { outbound } })
})
afterAll(async () => {
  await site?.drop()
  await oauth?.stop()
})

let ids = 100_000
async function person(login: string, change: Parameters<typeof serviceUser>[1] = {}) {
  await oauth.control({ user: serviceUser(login, { id: String(++ids), ...change }) })
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  return { browser, accountId }
}
const begin = async (browser: Browser, service: ServiceId, quest?: string) =>
  dataOf<{ url: string }>(await browser.mutate('connections.start', { service, ...(quest ? { quest } : {}) })).url
const come = (browser: Browser, back: URL) => browser.send('connect', `${back.pathname}${back.search}`)
async function connect(browser: Browser, service: ServiceId, login: string, quest?: string): Promise<string> {
  const answer = await come(browser, await oauth.consent(await begin(browser, service, quest), login))
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const listed = async (browser: Browser) =>
  Object.fromEntries(
    dataOf<{ service: string; handle: string | null }[]>(await browser.query('connections.list')).map(({ service, handle }) => [
      service,
      handle,
    ]),
  )

describe('connecting an account', () => {
  it('goes by code and PKCE, and comes back to the quest', async () => {
    const { browser, accountId } = await person('ada')
    const url = new URL(await begin(browser, 'github', 'a-quest'))
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'github',
      redirect_uri: `${origin}/api/connect/github`,
      scope: 'read:user read:org',
      code_challenge_method: 'S256',
    })
    expect(url.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(await connect(browser, 'github', 'ada', 'a-quest')).toBe(`${origin}/quests/a-quest?connected=github`)
    expect(await listed(browser)).toEqual({ github: 'ada', discord: null, x: null })
    const { rows } = await site.pool.query('select sealed_tokens from connections where account_id = $1', [accountId])
    const tokens = JSON.parse(sealer.open(rows[0].sealed_tokens, `connection:github:${accountId}`)) as { access: string }
    expect(rows[0].sealed_tokens).not.toContain(tokens.access)
    expect(() => sealer.open(rows[0].sealed_tokens, 'connection:github:another')).toThrow()
    expect(JSON.stringify(site.logged)).not.toContain(tokens.access)
  })

  it.each(['discord', 'x'] as const)('works with %s', async (service) => {
    const { browser } = await person(`${service}er`)
    expect(await connect(browser, service, `${service}er`)).toBe(`${origin}/me?connected=${service}`)
    expect((await listed(browser))[service]).toBe(`${service}er`)
  })

  it('is for one member: the other is refused, until the first lets go', async () => {
    const first = await person('grace')
    const second = await person('grace', { id: String(ids) })
    await connect(first.browser, 'github', 'grace')
    expect(await connect(second.browser, 'github', 'grace')).toBe(`${origin}/me?problem=connection.taken`)
    expect((await listed(second.browser)).github).toBeNull()
    expect(dataOf(await first.browser.mutate('connections.disconnect', { service: 'github' }))).toBeUndefined()
    expect(errorOf(await first.browser.mutate('connections.disconnect', { service: 'github' })).data.code).toBe('not-found')
    expect(await connect(second.browser, 'github', 'grace')).toBe(`${origin}/me?connected=github`)
  })

  it('takes another account in the place of the first, one of each service', async () => {
    const { browser } = await person('one')
    await connect(browser, 'github', 'one')
    await oauth.control({ user: serviceUser('two', { id: String(++ids) }) })
    await connect(browser, 'github', 'two')
    expect((await listed(browser)).github).toBe('two')
  })

  it('refuses what was not started here, by this member, once', async () => {
    const { browser } = await person('mallory')
    const victim = await person('victim')
    const back = await oauth.consent(await begin(browser, 'github'), 'mallory')
    // Another member's browser is led to the attacker's code.
    expect((await come(victim.browser, back)).headers.get('location')).toBe(`${origin}/me?problem=auth.refused`)
    expect((await listed(victim.browser)).github).toBeNull()
    const again = await oauth.consent(await begin(browser, 'github'), 'mallory')
    expect((await come(browser, again)).headers.get('location')).toBe(`${origin}/me?connected=github`)
    expect((await come(browser, again)).headers.get('location')).toBe(`${origin}/me?problem=auth.refused`)
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(again)
      change(url)
      return come(browser, url)
    }
    expect((await wrong((url) => url.searchParams.set('state', 'x.y'))).headers.get('location')).toBe(`${origin}/me?problem=input.invalid`)
    expect((await wrong((url) => url.searchParams.delete('state'))).headers.get('location')).toBe(`${origin}/me?problem=input.invalid`)
    const anonymous = new Browser(site)
    expect((await come(anonymous, again)).headers.get('location')).toBe(`${origin}/me?problem=auth.required`)
  })

  it('refuses a code of another flow, a "no", a late return and a service that is down', async () => {
    const { browser } = await person('eve')
    const one = await oauth.consent(await begin(browser, 'github'), 'eve')
    const other = await oauth.consent(await begin(browser, 'github'), 'eve')
    const mixed = new URL(one)
    mixed.searchParams.set('code', other.searchParams.get('code') ?? '')
    expect((await come(browser, mixed)).headers.get('location')).toBe(`${origin}/me?problem=auth.refused`)
    const no = await oauth.consent(await begin(browser, 'github'), 'eve', 'no')
    expect((await come(browser, no)).headers.get('location')).toBe(`${origin}/me?problem=auth.refused`)
    const late = await oauth.consent(await begin(browser, 'github'), 'eve')
    site.clock.ms += 6 * 60_000
    expect((await come(browser, late)).headers.get('location')).toBe(`${origin}/me?problem=auth.refused`)
    const waiting = await oauth.consent(await begin(browser, 'github'), 'eve')
    await oauth.control({ down: true })
    expect((await come(browser, waiting)).headers.get('location')).toBe(`${origin}/me?problem=service.unreachable`)
    await oauth.control({ down: false })
    expect((await listed(browser)).github).toBeNull()
  })

  it('offers only services that are set up', async () => {
    const bare = await startSite()
    const browser = new Browser(bare)
    await browser.signIn(evmWallet())
    expect(dataOf(await browser.query('connections.list'))).toEqual([])
    expect(errorOf(await browser.mutate('connections.start', { service: 'github' })).data.code).toBe('not-found')
    expect((await browser.mutate('connections.start', { service: 'gitlab' })).status).toBe(400)
    await bare.drop()
  })
})

describe('facts', () => {
  const guild = '112233445566778899'
  const rich = { follows: ['cairn'], starred: ['cairn/cairn'], orgs: ['cairn'], merged: 4, guilds: { [guild]: ['998877665544332211'] } }
  const evidence = () =>
    createOAuthEvidence({
      fetch: outbound.fetch,
      now: () => site.clock.ms,
      sleep: async () => undefined,
      account: createServiceAccess({
        connections: createConnectionStore(site.db),
        services: oauth.services,
        sealer,
        fetch: outbound.fetch,
        now: () => site.clock.ms,
      }),
    })
  const ask = async (accountId: string, provider: string, fact: string, args: Record<string, string> = {}, read = evidence()) => {
    const item = await read({ type: 'oauth', provider, fact, args }, { accountId })
    return item.problem ? item.problem.reason : (item.records as { value: string }[])[0]?.value
  }

  it('are read for the member who asks, with its own token', async () => {
    const yes = await person('rich', { ...rich, id: '583231000000000001' })
    const no = await person('poor', { id: '583231000000000002' })
    for (const [{ browser }, login] of [
      [yes, 'rich'],
      [no, 'poor'],
    ] as const)
      for (const service of ['github', 'discord', 'x'] as const)
        expect(await connect(browser, service, login)).toContain(`connected=${service}`)
    const questions = [
      ['github', 'follows', { user: 'cairn' }],
      ['github', 'starred', { repo: 'cairn/cairn' }],
      ['github', 'orgMember', { org: 'cairn' }],
      ['discord', 'guildMember', { guild }],
      ['discord', 'guildRole', { guild, role: '998877665544332211' }],
      ['x', 'follows', { user: 'cairn' }],
    ] as const
    for (const [service, fact, args] of questions) {
      expect([fact, await ask(yes.accountId, service, fact, args)]).toEqual([fact, 'true'])
      expect([fact, await ask(no.accountId, service, fact, args)]).toEqual([fact, 'false'])
    }
    expect(await ask(yes.accountId, 'github', 'mergedPulls', { repo: 'cairn/cairn' })).toBe('4')
    expect(await ask(yes.accountId, 'github', 'accountAge')).toBe('2020-01-01T00:00:00Z')
    expect(await ask(yes.accountId, 'x', 'accountAge')).toBe('2020-01-01T00:00:00Z')
    expect(await ask(yes.accountId, 'discord', 'accountAge')).toBe(
      new Date(Number((583231000000000001n >> 22n) + 1420070400000n)).toISOString(),
    )
    expect(await ask(yes.accountId, 'github', 'isRich')).toBe('refused')
  })

  it('of nobody are no facts, and a service that is down says nothing', async () => {
    const { browser, accountId } = await person('lone', rich)
    expect(await ask(accountId, 'github', 'follows', { user: 'cairn' })).toBe('unlinked')
    await connect(browser, 'github', 'lone')
    await oauth.control({ down: true })
    expect(await ask(accountId, 'github', 'follows', { user: 'cairn' })).toBe('unreachable')
    await oauth.control({ down: false })
    expect(await ask(accountId, 'github', 'follows', { user: 'cairn' })).toBe('true')
  })

  it('go on with a renewed token, asked for once; a token that is no longer good means: connect again', async () => {
    await oauth.control({ lifetimeSeconds: 30 })
    const { browser, accountId } = await person('brief', rich)
    await connect(browser, 'x', 'brief')
    await oauth.control({ lifetimeSeconds: 7200 })
    const sealed = async () =>
      (await site.pool.query('select sealed_tokens from connections where account_id = $1', [accountId])).rows[0].sealed_tokens
    const before = await sealed()
    const read = evidence()
    const answers = await Promise.all(['cairn', 'other', 'third'].map((user) => ask(accountId, 'x', 'follows', { user }, read)))
    expect(answers).toEqual(['true', 'false', 'false'])
    expect(await sealed()).not.toBe(before)
    // The old refresh token was used up: putting it back is what a stolen copy would be.
    await site.pool.query('update connections set sealed_tokens = $2 where account_id = $1', [accountId, before])
    expect(await ask(accountId, 'x', 'follows', { user: 'cairn' })).toBe('unlinked')
  })

  it('open a step again at once when an account is connected', async () => {
    const { browser, accountId } = await person('walker', rich)
    const both = (text: string) => ({ en: text, ja: `${text}。` })
    const rule = { kind: 'oauth' as const, params: { provider: 'github' as const, fact: 'follows', args: { user: 'cairn' } } }
    const { slug } = await liveQuest(site, {
      accountId,
      definition: definition({ steps: [{ id: 'follow', title: both('Follow'), rule }] }),
    })
    dataOf(await browser.mutate('quests.start', { slug }))
    const mine = async () => (await site.members.follower.openSteps()).find((step) => step.context.accountId === accountId)
    expect((await mine())?.offchain).toBeUndefined()
    await connect(browser, 'github', 'walker', slug)
    expect((await mine())?.offchain).toEqual({ connected: [`github:${ids}`] })
    const page = dataOf<{ stepList: { services?: string[] }[] }>(await browser.query('quests.bySlug', { slug }))
    expect(page.stepList[0]?.services).toEqual(['github'])
  })
})
