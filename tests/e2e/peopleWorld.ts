import type { Browser, Page } from 'playwright-core'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { systemClock } from '#server/shared/clock.ts'
import { type Complaints, openContext } from './browser.ts'
import { type Site, signIn } from './journeys.ts'

export type Who = { page: Page; complaints: Complaints; wallet: string; address: string; close(): Promise<void> }

/** A new member with a browser of its own, signed in. */
export async function member(browser: Browser, site: Site, key: Hex = generatePrivateKey()): Promise<Who> {
  const { context, complaints } = await openContext(browser, { wallets: { evm: { key, rpc: site.appA.rpc, chainId: site.appA.chainId } } })
  // Several people at once, each with a browser, on whatever machine this runs on.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  await page.goto(`${site.url}/me`)
  await signIn(page, 'Test Wallet')
  const address = privateKeyToAddress(key)
  return { page, complaints, address, wallet: `eip155:${address.toLowerCase()}`, close: () => context.close() }
}

/** A call of the API from the member's own page. Throws what it answers where that is a refusal. */
export async function call<T = unknown>({ page }: Pick<Who, 'page'>, path: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ({ path, input }) => {
      const response = await fetch(`/api/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      return { ok: response.ok, body: await response.text() }
    },
    { path, input },
  )
  if (!answer.ok) throw new Error(`${path}: ${answer.body.slice(0, 300)}`)
  return (JSON.parse(answer.body) as { result: { data: T } }).result.data
}

const both = (en: string, ja: string) => ({ en, ja })

/** A quest that is one vote on its own page: whoever votes has a CUBE. */
export const voteQuest = (title: { en: string; ja: string }) => ({
  title,
  summary: both('One vote.', '一度だけの投票。'),
  description: both('Choose one. That is all.', '一つ選べば完了です。'),
  category: 'social',
  difficulty: 1,
  minutes: 1,
  points: 10,
  expiresAfterSeconds: 0,
  order: 'any',
  steps: [
    {
      id: 'vote',
      title: both('Vote', '投票する'),
      rule: {
        kind: 'poll',
        params: {
          question: both('What shall we build?', '何を作りましょうか？'),
          choices: [
            { id: 'bridge', text: both('A bridge', '橋') },
            { id: 'garden', text: both('A garden', '庭') },
          ],
        },
      },
    },
  ],
})

/** Until the slot has opened the quest: before, nobody can start it. */
async function untilLive({ page }: Who, slug: string) {
  const asked = `${new URL(page.url()).origin}/api/trpc/quests.bySlug?input=${encodeURIComponent(JSON.stringify({ slug }))}`
  for (let tries = 0; tries < 180; tries++) {
    const { result } = (await (await fetch(asked)).json()) as { result: { data: { status: string } } }
    if (result.data.status === 'live') return
    await systemClock.sleep(1000)
  }
  throw new Error(`${slug} did not open`)
}

/** A space of the member's with such a quest, live. */
export async function spaceWithQuest(owner: Who, { slug, name, title }: { slug: string; name: string; title: { en: string; ja: string } }) {
  const quest = `${slug}-vote`
  await call(owner, 'studio.spaces.make', { slug, name })
  await call(owner, 'quests.create', {
    ...{ slug: quest, space: slug, definition: voteQuest(title), supply: 50 },
    opensAt: new Date(Date.now() - 60_000).toISOString(),
    closesAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  })
  await call(owner, 'quests.publish', { slug: quest })
  await untilLive(owner, quest)
  return { space: slug, quest }
}
