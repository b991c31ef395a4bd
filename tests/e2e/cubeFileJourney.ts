import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { downloaded, publishQuest } from './formsJourney.ts'
import type { Site } from './journeys.ts'

const both = (en: string, ja: string) => ({ en, ja })
const patient = { timeout: 90_000 }

/** A quest for whoever holds that CUBE of that slot. */
const definition = (chain: string, slot: string) => ({
  title: both('Come from elsewhere', '別の場所から'),
  summary: both('Show a CUBE that you earned in another slot.', '別のスロットで獲得した CUBE を示します。'),
  description: both('It is checked with its file and its chain alone.', 'ファイルとそのチェーンだけで確認します。'),
  category: 'identity',
  difficulty: 1,
  minutes: 2,
  points: 10,
  expiresAfterSeconds: 0,
  order: 'any',
  steps: [
    {
      id: 'cube',
      title: both('Bring your CUBE', 'CUBE を持ってくる'),
      rule: { kind: 'attestation', chain, params: { type: 'cube', slot, name: both('Cairn', 'Cairn') } },
    },
  ],
})

/** The member's CUBE of `wrap-and-hold`, saved as a file, counts for another quest; answers that quest's evidence. */
export async function cubeFileJourney(
  page: Page,
  site: Site,
  { slug, shoot = async () => {} }: { slug: string; shoot?: (name: string) => Promise<void> },
): Promise<string> {
  await page.goto(`${site.url}/quests/wrap-and-hold`)
  await page.getByRole('link', { name: 'See the credential' }).click(patient)
  const file = await downloaded(page, () =>
    page
      .getByRole('button', { name: 'Download the file' })
      .or(page.getByRole('link', { name: 'Download the file' }))
      .click(patient),
  )
  const [, , namespace, chainId, rollup = ''] = (JSON.parse(file.text) as { id: string }).id.split(':')
  await publishQuest(page, slug, definition(`${namespace}:${chainId}`, rollup))

  await page.goto(`${site.url}/quests/${slug}`)
  const input = page.getByLabel('Add files')
  await input.waitFor({ state: 'attached', ...patient })
  await page.getByText('Add the file of your CUBE').waitFor(patient)
  await shoot('open')
  const wrong = { name: 'holiday.json', mimeType: 'application/json', buffer: Buffer.from('{"photo":1}') }
  await input.setInputFiles(wrong)
  await page.getByRole('alert').getByText('holiday.json: This is not the file of a CUBE.').waitFor(patient)
  await shoot('refused')
  await input.setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) })
  await page.getByRole('heading', { name: /^Bring your CUBE ?: Passed$/ }).waitFor(patient)
  await page.getByText('holds the CUBE').waitFor(patient)
  await shoot('passed')
  await page.getByText('Earned. It is settling now').or(page.getByText('This CUBE is yours')).first().waitFor(patient)
  const { name, text } = await downloaded(page, () => page.getByRole('button', { name: 'Save the evidence' }).click())
  expect(name).toBe(`cairn-${slug}-evidence.json`)
  return text
}
