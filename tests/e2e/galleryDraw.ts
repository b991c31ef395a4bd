import type { BrowserContext } from 'playwright-core'
import { openDatabase } from '#drizzle/client.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { stackLayout } from '#server/cli/stack/layout.ts'
import { readRunFile } from '#server/cli/stack/runFile.ts'
import { ensureSecrets } from '#server/cli/stack/secrets.ts'
import { questDeps } from '#server/compose/quests.ts'
import { readChains } from '#server/compose/settings.ts'
import { createQuest } from '#server/quests/createQuest.ts'
import type { Definition } from '#server/quests/definition.ts'
import { publishQuest } from '#server/quests/publishQuest.ts'
import { systemClock } from '#server/shared/clock.ts'
import { readEnv } from '#server/shared/env.ts'
import { won } from './raceJourney.ts'

const both = (en: string, ja: string) => ({ en, ja })
const patient = { timeout: 90_000 }
const openForMs = 150_000
/** Ten minutes after the end no CUBE from before it can come any more; then a block of L2 must be final. */
const drawnWithinMs = 16 * 60_000

const definition: Definition = {
  title: both('Name the next stone', '次の石に名前を'),
  summary: both('Vote for a name; two of those who vote win a reward.', '名前に投票すると、投票した人から二人に報酬が当たります。'),
  description: both('The name with the most votes is given to the next stone.', '最も票を集めた名前が、次の石に付けられます。'),
  category: 'social',
  difficulty: 1,
  minutes: 1,
  points: 10,
  expiresAfterSeconds: 0,
  order: 'any',
  prize: { mode: 'raffle', winners: 2, token: 0, perWinner: '20000000000000000' },
  steps: [
    {
      id: 'vote',
      title: both('Choose a name', '名前を選ぶ'),
      rule: {
        kind: 'poll',
        params: {
          question: both('What should the next stone be called?', '次の石を何と呼びましょうか？'),
          choices: [
            { id: 'slate', text: both('Slate', '粘板岩') },
            { id: 'gneiss', text: both('Gneiss', '片麻岩') },
          ],
        },
      },
    },
  ],
}

/**
 * A raffle of the platform on the local stack that `CAIRN_HOME` names: open for two minutes and a half, in which every player takes part. Answers its slug;
 * it is drawn some eleven minutes after it closed (`untilDrawn`).
 */
export async function playRaffle(players: readonly BrowserContext[], url: string): Promise<string> {
  const env = readEnv()
  const layout = stackLayout(env)
  const run = readRunFile(layout)
  if (!run) throw new Error('no stack runs here: ./cairn start')
  const { db, close } = openDatabase(run.databaseUrl)
  const now = systemClock.now()
  const slug = `next-stone-${now.toString(36)}`
  try {
    const found = await db.execute(`select id from accounts where handle = 'cairn'`)
    const accountId = String(found.rows[0]?.id)
    const sealer = createSealer(ensureSecrets(layout, env).CAIRN_SEAL_KEY)
    const deps = questDeps({ db, chains: readChains(), sealer, now: systemClock.now })
    const times = { opensAt: new Date(now - 60_000), closesAt: new Date(now + openForMs) }
    await createQuest(deps, { accountId, space: 'cairn', slug, definition, supply: 100, prizes: true, ...times })
    await publishQuest(deps, { accountId, slug })
  } finally {
    await close()
  }
  await untilLive(url, slug)
  for (const context of players) {
    const page = await context.newPage()
    await page.goto(`${url}/quests/${slug}`)
    await page.getByLabel('Gneiss').check(patient)
    await page.getByRole('button', { name: 'Vote' }).click()
    await won(page).waitFor(patient)
    await page.close()
  }
  return slug
}

/** Waits until the quest's leaf is in a sealed batch. */
async function untilLive(url: string, slug: string): Promise<void> {
  const address = `${url}/api/trpc/quests.bySlug?input=${encodeURIComponent(JSON.stringify({ slug }))}`
  for (let tries = 0; tries < 60; tries++) {
    const { result } = (await (await fetch(address)).json()) as { result: { data: { status: string } } }
    if (result.data.status === 'live') return
    await systemClock.sleep(1000)
  }
  throw new Error(`${slug} did not open`)
}

/** Waits until the prizes of a raffle were given. */
export async function untilDrawn(url: string, slug: string): Promise<void> {
  const address = `${url}/api/trpc/quests.draw?input=${encodeURIComponent(JSON.stringify({ slug }))}`
  const until = systemClock.now() + drawnWithinMs
  for (;;) {
    const { result } = (await (await fetch(address)).json()) as { result: { data: { drawn: { paid: number; winners: number } | null } } }
    const { drawn } = result.data
    if (drawn && drawn.paid === drawn.winners) return
    if (systemClock.now() > until) throw new Error(`${slug} was not drawn`)
    await systemClock.sleep(5000)
  }
}
