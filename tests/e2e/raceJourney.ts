import type { Page } from 'playwright-core'
import { publishQuest } from './formsJourney.ts'
import type { Site } from './journeys.ts'

const both = (en: string, ja: string) => ({ en, ja })
const patient = { timeout: 90_000 }

/** One question, so that both can be ready and act at the same moment. */
const definition = {
  title: both('The last place', '最後の枠'),
  summary: both('There is one place only.', '枠は一つだけです。'),
  description: both('Whoever votes first gets it.', '先に投票した人のものです。'),
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
          question: both('Left or right?', '左ですか、右ですか?'),
          choices: [
            { id: 'left', text: both('Left', '左') },
            { id: 'right', text: both('Right', '右') },
          ],
        },
      },
    },
  ],
}

export const won = (page: Page) => page.getByText('Earned. It is settling now').or(page.getByText('This CUBE is yours')).first()
export const lost = (page: Page) => page.getByText('the last place went to somebody else')

/** Two members vote for the one place at the same moment; done when both pages say how it ended, by themselves. */
export async function raceJourney(pages: readonly [Page, Page], site: Site, slug: string) {
  await publishQuest(pages[0], slug, definition, 1)
  for (const page of pages) {
    await page.goto(`${site.url}/quests/${slug}`)
    await page.getByLabel('Left').check(patient)
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Vote' }).click()))
  await Promise.all(pages.map((page) => won(page).or(lost(page)).first().waitFor(patient)))
}
