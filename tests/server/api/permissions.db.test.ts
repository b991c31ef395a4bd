import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { gatewayRouter } from '#server/api/routers/gatewayRouter.ts'
import type { ProcedureMeta, Rights } from '#server/api/trpc.ts'
import { mayOnPlatform, type PlatformRight, platformRoles } from '#server/platform/role.ts'
import { mayIn, roles, type SpaceRight, type SpaceRole } from '#server/spaces/role.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'

let site: Site
/** One browser for everybody who calls: nobody, a member, a member in each role of the space `matrix`, and one in each role on the platform. */
const browsers = new Map<Caller, Browser>()
beforeAll(async () => {
  site = await startSite()
  browsers.set('anonymous', new Browser(site))
  browsers.set('member', await signedIn())
  const owner = await signedIn()
  browsers.set('owner', owner)
  expect((await owner.mutate('studio.spaces.make', { slug: 'matrix', name: 'Matrix' })).status).toBe(200)
  for (const role of roles.filter((role) => role !== 'owner')) {
    const browser = await signedIn()
    const { accountId } = dataOf<{ accountId: string }>(await browser.query('session.me'))
    await site.pool.query(`insert into space_members (space_id, account_id, role) select id, $1, $2 from spaces where slug = 'matrix'`, [
      accountId,
      role,
    ])
    browsers.set(role, browser)
  }
  for (const role of platformRoles) {
    const browser = await signedIn()
    const { accountId } = dataOf<{ accountId: string }>(await browser.query('session.me'))
    await site.pool.query('insert into platform_roles (account_id, role) values ($1, $2)', [accountId, role])
    browsers.set(`platform ${role}`, browser)
  }
})
afterAll(() => site.drop())

async function signedIn(): Promise<Browser> {
  const browser = new Browser(site)
  await browser.signIn(evmWallet())
  return browser
}

type PlatformCaller = `platform ${(typeof platformRoles)[number]}`
type Caller = 'anonymous' | 'member' | SpaceRole | PlatformCaller
const platformCallers = platformRoles.map((role): PlatformCaller => `platform ${role}`)
type Definition = { type: 'query' | 'mutation' | 'subscription'; meta?: ProcedureMeta }
const procedures = Object.entries({ ...appRouter._def.procedures, ...gatewayRouter._def.procedures } as unknown as Record<
  string,
  { _def: Definition }
>).map(([path, { _def }]) => ({ path, type: _def.type, rights: named(_def.meta?.rights) }))

type Named = 'anyone' | 'member' | `space: ${SpaceRight}` | `platform: ${PlatformRight}` | undefined
function named(rights: Rights | undefined): Named {
  if (typeof rights !== 'object') return rights
  return 'space' in rights ? `space: ${rights.space}` : `platform: ${rights.platform}`
}

/** Who may call what. Written by hand beside the code: a procedure whose right changes fails here until this is said again. */
const expected: Record<string, Named> = {
  'session.me': 'anyone',
  'session.list': 'member',
  'session.revoke': 'member',
  'session.revokeAll': 'member',
  'session.revokeOthers': 'member',
  'wallets.challenge': 'member',
  'wallets.link': 'member',
  'wallets.changeChallenge': 'member',
  'wallets.change': 'member',
  'wallets.changes': 'member',
  'wallets.mergeChallenge': 'member',
  'wallets.merge': 'member',
  'quests.list': 'anyone',
  'quests.facets': 'anyone',
  'quests.bySlug': 'anyone',
  'quests.draw': 'anyone',
  'quests.start': 'member',
  'quests.referralLink': 'member',
  'quests.progress': 'anyone',
  'quests.answerQuiz': 'member',
  'quests.vote': 'member',
  'quests.answerSurvey': 'member',
  'quests.addCube': 'member',
  'quests.visitLink': 'member',
  'quests.finishVisit': 'member',
  'quests.pasteTransaction': 'member',
  'connections.list': 'member',
  'connections.start': 'member',
  'connections.disconnect': 'member',
  'discover.home': 'anyone',
  'discover.collection': 'anyone',
  'discover.season': 'anyone',
  'spaces.bySlug': 'anyone',
  'spaces.lists': 'member',
  'spaces.secrets': 'member',
  'spaces.setSecret': 'member',
  'spaces.removeSecret': 'member',
  'quests.create': 'member',
  'quests.publish': 'member',
  'quests.checkRule': 'member',
  'quests.dryRun': 'member',
  'quests.backtest': 'member',
  'people.byHandle': 'anyone',
  'people.updateHandle': 'member',
  'explorer.batches': 'anyone',
  'explorer.batch': 'anyone',
  'explorer.txs': 'anyone',
  'explorer.tx': 'anyone',
  'explorer.inbox': 'anyone',
  'explorer.withdrawals': 'anyone',
  'explorer.proofs': 'anyone',
  'explorer.charts': 'anyone',
  'explorer.l2': 'anyone',
  'explorer.credential': 'anyone',
  'explorer.record': 'anyone',
  'explorer.votes': 'anyone',
  'explorer.stats': 'anyone',
  'credentials.export': 'anyone',
  'credentials.evidence': 'member',
  'credentials.timeline': 'anyone',
  'credentials.hide': 'member',
  'reputation.score': 'anyone',
  'reputation.standing': 'anyone',
  'reputation.leaderboard': 'anyone',
  'money.overview': 'member',
  'money.openAccount': 'member',
  'money.depositTerms': 'member',
  'money.keyChallenge': 'member',
  'money.relayKey': 'member',
  'money.noteSend': 'member',
  'money.recipient': 'member',
  'news.overview': 'anyone',
  'news.list': 'member',
  'news.markRead': 'member',
  'news.settings': 'member',
  'news.changeSetting': 'member',
  'news.pushKey': 'member',
  'news.subscribe': 'member',
  'news.unsubscribe': 'member',
  'studio.quests.list': 'space: read',
  'studio.quests.get': 'space: read',
  'studio.quests.preview': 'space: read',
  'studio.quests.make': 'space: author',
  'studio.quests.clone': 'space: author',
  'studio.quests.save': 'space: author',
  'studio.quests.submit': 'space: author',
  'studio.quests.approve': 'space: review',
  'studio.quests.sendBack': 'space: review',
  'studio.quests.launch': 'space: review',
  'studio.quests.pause': 'space: review',
  'studio.quests.resume': 'space: review',
  'studio.quests.end': 'space: review',
  'studio.quests.archive': 'space: author',
  'studio.quests.versions': 'space: read',
  'studio.quests.diff': 'space: read',
  'studio.quests.try': 'space: read',
  'studio.quests.tryAll': 'space: read',
  'studio.quests.backtest': 'space: read',
  'studio.quests.savedAddresses': 'space: read',
  'studio.quests.saveAddress': 'space: author',
  'studio.insights.week': 'space: insights',
  'studio.insights.quests': 'space: insights',
  'studio.insights.quest': 'space: insights',
  'studio.quests.runSaved': 'space: read',
  'studio.insights.funnel': 'space: insights',
  'studio.insights.sources': 'space: insights',
  'studio.insights.reasons': 'space: insights',
  'studio.insights.health': 'space: insights',
  'studio.insights.participants': 'space: people',
  'studio.insights.clusters': 'space: people',
  'studio.insights.revocable': 'space: revoke',
  'studio.insights.revoke': 'space: revoke',
  'studio.insights.revocations': 'space: revoke',
  'studio.rules.kinds': 'member',
  'studio.rules.read': 'member',
  'studio.lists.remove': 'space: author',
  'studio.contracts.import': 'space: author',
  'studio.contracts.list': 'space: read',
  'studio.contracts.search': 'space: read',
  'studio.contracts.remove': 'space: author',
  'studio.contracts.templates': 'member',
  'studio.contracts.build': 'member',
  'studio.spaces.list': 'member',
  'studio.spaces.bySlug': 'space: read',
  'studio.spaces.make': 'member',
  'studio.team.list': 'space: read',
  'studio.team.changeRole': 'space: team',
  'studio.team.remove': 'space: team',
  'studio.team.leave': 'space: read',
  'studio.team.handOver': 'space: own',
  'studio.team.invitations': 'space: team',
  'studio.team.invite': 'space: team',
  'studio.team.revokeInvitation': 'space: team',
  'studio.invitations.mine': 'member',
  'studio.invitations.answer': 'member',
  'studio.settings.read': 'space: read',
  'studio.settings.change': 'space: team',
  'studio.settings.claimDomain': 'space: team',
  'studio.settings.proveDomain': 'space: team',
  'studio.settings.removeDomain': 'space: team',
  'studio.stops.list': 'space: read',
  'studio.stops.appeal': 'space: own',
  'studio.audit.list': 'space: team',
  'studio.audit.people': 'space: team',
  'platform.me': 'member',
  'platform.report': 'member',
  'platform.queue': 'platform: moderate',
  'platform.case': 'platform: moderate',
  'platform.take': 'platform: moderate',
  'platform.resolve': 'platform: moderate',
  'platform.delist': 'platform: moderate',
  'platform.relist': 'platform: moderate',
  'platform.features': 'platform: feature',
  'platform.feature': 'platform: feature',
  'platform.endFeature': 'platform: feature',
  'platform.orderFeatures': 'platform: feature',
  'platform.spaces': 'platform: moderate',
  'platform.ailingQuests': 'platform: moderate',
  'platform.log': 'platform: audit',
  'studio.funds.read': 'space: funds',
  'studio.funds.giveVault': 'space: funds',
  'studio.funds.prepare': 'space: funds',
  'studio.funds.send': 'space: funds',
  'studio.funds.referrals': 'space: funds',
  'studio.funds.addPublisher': 'space: funds',
  'studio.signer.list': 'space: integrate',
  'studio.signer.add': 'space: integrate',
  'studio.signer.change': 'space: integrate',
  'studio.signer.check': 'space: integrate',
  'studio.signer.rotateSecret': 'space: integrate',
  'studio.signer.use': 'space: own',
  'studio.signer.moveQuest': 'space: own',
  'studio.signer.remove': 'space: own',
  'studio.webhooks.list': 'space: integrate',
  'studio.webhooks.add': 'space: integrate',
  'studio.webhooks.change': 'space: integrate',
  'studio.webhooks.rotateSecret': 'space: integrate',
  'studio.webhooks.remove': 'space: integrate',
  'studio.webhooks.test': 'space: integrate',
  'studio.webhooks.deliveries': 'space: integrate',
  'studio.webhooks.replay': 'space: integrate',
  'studio.webhooks.replaySince': 'space: integrate',
  'studio.keys.list': 'space: integrate',
  'studio.keys.make': 'space: integrate',
  'studio.keys.revoke': 'space: integrate',
  'search.everything': 'anyone',
  'faucet.fund': 'member',
  'chains.health': 'anyone',
  'events.onEvent': 'anyone',
}

describe('rights', () => {
  it('are declared on every procedure, as the table says', () => {
    expect(Object.fromEntries(procedures.map(({ path, rights }) => [path, rights]))).toEqual(expected)
  })

  const callable = procedures.filter(({ type }) => type !== 'subscription')
  const cells = callable.flatMap((procedure) => {
    return callersOf(procedure.rights).map((who) => ({ ...procedure, who }))
  })

  it.each(cells)('$path for a caller who is $who', async ({ path, type, who, rights }) => {
    const browser = browsers.get(who)
    if (!browser || !rights) throw new Error('nobody calls')
    // An input that no procedure takes: whoever may not call is refused for that before the input is looked at.
    const input = { unknown: true, ...(rights.startsWith('space: ') ? { space: 'matrix' } : {}) }
    const answer = await (type === 'query' ? browser.query(path, input) : browser.mutate(path, input))
    expect({ status: answer.status, code: errorOf(answer).data.code }).toEqual(answers[outcomeOf(rights, who)])
  })
})

/** Who is told apart: roles in a space are nothing on the platform, and the other way round. */
function callersOf(rights: Named): Caller[] {
  if (rights?.startsWith('space: ') || rights?.startsWith('platform: ')) return ['anonymous', 'member', ...roles, ...platformCallers]
  return ['anonymous', 'member']
}

const answers = {
  allowed: { status: 400, code: 'input.invalid' },
  forbidden: { status: 403, code: 'auth.forbidden' },
  stranger: { status: 401, code: 'auth.required' },
}

function outcomeOf(rights: NonNullable<Named>, who: Caller): keyof typeof answers {
  if (rights === 'anyone') return 'allowed'
  if (who === 'anonymous') return 'stranger'
  if (rights === 'member') return 'allowed'
  if (rights.startsWith('platform: ')) {
    const right = rights.slice('platform: '.length) as PlatformRight
    const role = platformRoles.find((one) => who === `platform ${one}`) ?? null
    return mayOnPlatform(role, right) ? 'allowed' : 'forbidden'
  }
  const right = rights.slice('space: '.length) as SpaceRight
  const role = roles.find((one) => who === one) ?? null
  return mayIn(role, right) ? 'allowed' : 'forbidden'
}
