import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { gatewayRouter } from '#server/api/routers/gatewayRouter.ts'
import type { ProcedureMeta } from '#server/api/trpc.ts'
import { Browser, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.drop())

type Definition = { type: 'query' | 'mutation' | 'subscription'; meta?: ProcedureMeta }
const procedures = Object.entries({ ...appRouter._def.procedures, ...gatewayRouter._def.procedures } as unknown as Record<
  string,
  { _def: Definition }
>).map(([path, { _def }]) => ({ path, type: _def.type, rights: _def.meta?.rights }))

/** Who may call what. Written by hand beside the code: a procedure whose right changes fails here until this is said again. */
const expected: Record<string, 'anyone' | 'member'> = {
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
  const cells = callable.flatMap((procedure) => [
    { ...procedure, who: 'anonymous' as const },
    { ...procedure, who: 'member' as const },
  ])

  it.each(cells)('$path for a caller who is $who', async ({ path, type, who, rights }) => {
    const browser = new Browser(site)
    if (who === 'member') await browser.signIn(evmWallet())
    // An input that no procedure takes: whoever may not call is refused for that before the input is looked at.
    const answer = await (type === 'query' ? browser.query(path, { unknown: true }) : browser.mutate(path, { unknown: true }))
    const allowed = rights === 'anyone' || who === 'member'
    expect(answer.status).toBe(allowed ? 400 : 401)
    expect(errorOf(answer).data.code).toBe(allowed ? 'input.invalid' : 'auth.required')
  })
})
