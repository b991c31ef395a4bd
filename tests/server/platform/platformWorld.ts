import { vi } from 'vitest'
import { role as giveRole } from '#server/cli/commands/role.ts'
import type { PlatformRole } from '#server/platform/role.ts'
import { readEnv } from '#server/shared/env.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'

export let site: Site
export let moderator: Who
export let admin: Who
/** A site with a moderator and an admin, of which the functions of this file speak. */
export async function startPlatform() {
  site = await startSite()
  moderator = await member()
  admin = await member()
  await setRole(moderator, 'moderator')
  await setRole(admin, 'admin')
}
export const stopPlatform = () => site.drop()

export type Who = { browser: Browser; accountId: string; wallet: string }
export async function member(): Promise<Who> {
  const [browser, wallet] = [new Browser(site), evmWallet()]
  return { browser, wallet: wallet.id, accountId: (await browser.signIn(wallet)).accountId }
}
/** The command itself. Answers what it says. */
export async function setRole({ wallet }: Pick<Who, 'wallet'>, role: PlatformRole | null): Promise<string> {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    const code = await giveRole({ args: [wallet, role ?? 'none'], env: { ...readEnv({}), DATABASE_URL: site.url } })
    if (code !== 0) throw new Error(`the command ended with ${code}`)
    return said.mock.calls.flat().join('\n')
  } finally {
    said.mockRestore()
  }
}
export const errorIn = (answer: Awaited<ReturnType<Browser['query']>>) => errorOf(answer).data
export const words = 'This is not theirs.'
export const reason = { en: 'It is not theirs.', ja: '本人のものではありません。' }
export const note = 'Looked at it.'
export const dayMs = 86_400_000

let made = 0
/** A space with a live quest, newer than those before it. */
export async function space(): Promise<Who & { space: string; quest: string }> {
  site.clock.ms += 1000
  const owner = await member()
  const [slug, quest] = [`space-${++made}`, `quest-of-${made}`]
  dataOf(await owner.browser.mutate('studio.spaces.make', { slug, name: `Maker ${made}` }))
  dataOf(
    await owner.browser.mutate('quests.create', {
      ...{ slug: quest, space: slug, definition: definition(), supply: 10 },
      opensAt: new Date(site.clock.ms - 60_000).toISOString(),
      closesAt: new Date(site.clock.ms + 90 * dayMs).toISOString(),
    }),
  )
  dataOf(await owner.browser.mutate('quests.publish', { slug: quest }))
  await site.pool.query(`update quests set status = 'live' where slug = $1`, [quest])
  return { ...owner, space: slug, quest }
}
export type Subject = { kind: 'space' | 'quest'; slug: string }
export const report = ({ browser }: Who, subject: Subject, change: object = {}) => {
  // No two at one instant, unless they are sent together.
  site.clock.ms++
  return browser.mutate('platform.report', { subject, reason: 'impersonation', words, ...change })
}
export const delist = (subject: Subject, by = moderator) => by.browser.mutate('platform.delist', { subject, reason })
export type Case = {
  id: string
  kind: string
  status: string
  space: { slug: string }
  quest: string | null
  reports: object
  mine: boolean
  appeal: string | null
}
export const queue = async (input: object = {}) =>
  dataOf<{ items: Case[]; nextCursor: string | null }>(await moderator.browser.query('platform.queue', { limit: 50, ...input }))
export const caseOf = async (slug: string, kind: string) => {
  const found = (await queue({ kind })).items.find((one) => one.space.slug === slug)
  if (!found) throw new Error(`no ${kind} case of ${slug} waits`)
  return found
}
export const take = ({ browser }: Who, id: string) => browser.mutate('platform.take', { id })
export const resolve = ({ browser }: Who, id: string, outcome: string, more: object = {}) =>
  browser.mutate('platform.resolve', { id, outcome, note, ...more })
export async function settle(slug: string, kind: string, outcome: string, more: object = {}) {
  const { id } = await caseOf(slug, kind)
  dataOf(await take(moderator, id))
  return dataOf(await resolve(moderator, id, outcome, more))
}
export type Page = {
  stop: { kind: string; of: string; reason: object | null; at: string } | null
  quality: { level: string; reasons: object[] }
}
export const pageOf = async (slug: string) => dataOf<Page>(await new Browser(site).query('spaces.bySlug', { slug }))
export const log = async () =>
  dataOf<{ items: { action: string; subject: string; by: string | null }[] }>(await admin.browser.query('platform.log', { limit: 50 }))
    .items
export const spaceLog = async ({ browser, space }: { browser: Browser; space: string }) =>
  dataOf<{ items: { action: string; by: string | null; after: unknown }[] }>(await browser.query('studio.audit.list', { space })).items
