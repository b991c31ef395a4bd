import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Definition, Step } from '#server/quests/definition.ts'
import { parseRule } from '#server/verify/rule.ts'
import { planRule } from '#server/verify/run.ts'
import { exportedFixture, slotDomain } from '#tests/server/credentials/exportedFixture.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest, stepResult } from '#tests/support/questFixture.ts'

type Document = Record<string, unknown> & { id: string }
type Cubes = { slots: { chain: string; rollup: string }[]; added: { id: string; name: string }[] }

let site: Site
let ownerId: string
const wallet = evmWallet()
const holder = new Map<string, Browser>()
let document: Document
let slug: string
beforeAll(async () => {
  site = await startSite()
  ownerId = (await new Browser(site).signIn(evmWallet())).accountId
  const { evm } = await exportedFixture([wallet.id, 'solana:4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS'])
  document = evm as Document
  slug = await quest([step()])
})
afterAll(() => site.drop())

const both = (text: string) => ({ en: text, ja: `${text}。` })
const chain = `eip155:${slotDomain.chainId}`
const leaf = (more: object = {}) => ({ kind: 'attestation', chain, params: { type: 'cube', slot: slotDomain.rollup, ...more } })
const step = (id = 'cube', rule: object = leaf()): Step => ({ id, title: both(id), rule: parseRule(rule) })
const quest = async (steps: Step[], change: Partial<Definition> = {}) =>
  (await liveQuest(site, { accountId: ownerId, definition: definition({ steps, ...change }) })).slug
/** The holder of the CUBE, or somebody else, on a quest. */
async function on(slug: string, by = wallet) {
  const browser = holder.get(by.id) ?? new Browser(site)
  if (!holder.has(by.id)) await browser.signIn(by)
  holder.set(by.id, browser)
  const { participationId } = dataOf<{ participationId: string }>(await browser.mutate('quests.start', { slug }))
  return {
    browser,
    participationId,
    add: (text: unknown, stepId = 'cube') => browser.mutate('quests.addCube', { slug, stepId, document: text }),
  }
}
const openStep = async (participationId: string, stepId = 'cube') =>
  (await site.members.follower.openSteps([participationId])).find((open) => open.stepId === stepId)
const shown = async (browser: Browser, slug: string) =>
  dataOf<{ stepList: { cubes?: Cubes }[] }>(await browser.query('quests.bySlug', { slug })).stepList[0]?.cubes

/** The file of another CUBE of the same wallet and slot: nothing of it is proven here. */
function numbered(index: number): string {
  const copy = structuredClone(document) as Document & { evidence: [{ narrative: string }] }
  const narrative = JSON.parse(copy.evidence[0].narrative) as { credential: { index: number } }
  narrative.credential.index = index
  copy.evidence[0].narrative = JSON.stringify(narrative)
  return JSON.stringify({ ...copy, id: copy.id.replace(/\d+$/, String(index)) })
}

describe('the file of a CUBE of another slot', () => {
  it('is kept as one text whatever its layout, shown by its name, and given to the judge', async () => {
    const { browser, participationId, add } = await on(slug)
    const slots = [{ chain, rollup: slotDomain.rollup, name: null }]
    expect(await shown(browser, slug)).toEqual({ slots, added: [] })
    const first = dataOf<{ cubes: Cubes['added'] }>(await add(JSON.stringify(document, null, 2)))
    expect(first.cubes).toMatchObject([{ id: document.id, name: 'Swap' }])
    expect(dataOf<typeof first>(await add(JSON.stringify(document))).cubes).toHaveLength(1)
    expect((await shown(browser, slug))?.added).toMatchObject([{ id: document.id, name: 'Swap' }])
    expect(await shown(new Browser(site), slug)).toEqual({ slots, added: [] })
    const open = await openStep(participationId)
    expect(open?.offchain).toBeUndefined()
    expect(Object.keys(open?.context.documents ?? {})).toEqual([document.id])
    expect(JSON.parse(open?.context.documents?.[document.id] ?? '')).toEqual(JSON.parse(JSON.stringify(document)))
    const [planned] = open ? planRule(open.rule, open.context) : []
    expect(planned?.queries).toMatchObject([{ type: 'evm.cube', chain, rollup: slotDomain.rollup, at: 'finalized' }])
  })

  it('is one of ten at most: the oldest goes, and twenty at once are counted right', async () => {
    const own = await quest([step()])
    const { participationId, add } = await on(own)
    for (let index = 10; index < 21; index++) {
      expect((await add(numbered(index))).status).toBe(200)
      site.clock.ms += 1000
    }
    const kept = async () =>
      Object.keys((await openStep(participationId))?.context.documents ?? {}).map((id) => Number(id.split(':').at(-1)))
    expect((await kept()).toSorted((a, b) => a - b)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => add(numbered(30 + (n % 4)))))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(new Set(await kept()).size).toBe(10)
  })

  it('stands beside no form, and goes with files of further slots', async () => {
    const poll = { kind: 'poll', params: { question: both('Which?'), choices: ['a', 'b'].map((id) => ({ id, text: both(id) })) } }
    await expect(quest([step('cube', { all: [leaf(), poll] })])).rejects.toMatchObject({ code: 'quest.malformed' })
    const two = await quest([step('cube', { any: [leaf(), leaf({ slot: `0x${'ab'.repeat(20)}` })] })])
    const { browser, add } = await on(two)
    expect((await add(JSON.stringify(document))).status).toBe(200)
    expect((await shown(browser, two))?.slots).toHaveLength(2)
  })

  it('waits for its turn, and is taken no more once the quest is done', async () => {
    const ordered = await quest([step('first'), step('cube')], { order: 'sequence' })
    const { participationId, add } = await on(ordered)
    expect((await add(JSON.stringify(document))).status).toBe(409)
    expect((await add(JSON.stringify(document), 'first')).status).toBe(200)
    await site.members.follower.record([stepResult(participationId, 'first'), stepResult(participationId, 'cube')])
    expect(errorOf(await add(JSON.stringify(document), 'first')).data.code).toBe('conflict')
    const stranger = new Browser(site)
    await stranger.signIn(evmWallet())
    const answer = await stranger.mutate('quests.addCube', { slug: ordered, stepId: 'cube', document: JSON.stringify(document) })
    expect(errorOf(answer).data.code).toBe('quest.not-started')
  })
})

describe('an author', () => {
  it('tries a rule on files, too', async () => {
    const browser = new Browser(site)
    await browser.signIn(evmWallet())
    const status = async (documents?: string[]) => {
      const answer = await browser.mutate('quests.dryRun', { rule: leaf(), wallets: [wallet.id], ...(documents ? { documents } : {}) })
      return answer.status === 200 ? dataOf<{ verdict: { status: string } }>(answer).verdict.status : errorOf(answer).data.code
    }
    expect(await status()).toBe('fail')
    // No chain is read here: the file was asked about.
    expect(await status([JSON.stringify(document)])).toBe('error')
    expect(await status(['{}'])).toBe('credential.invalid')
  })
})

let last: unknown
/** What becomes of a file: its status, with its code noted. */
async function refused(text: unknown, by = wallet, stepId = 'cube') {
  const answer = await (await on(slug, by)).add(text, stepId)
  last = answer.status === 200 ? 'kept' : errorOf(answer).data.code
  return answer
}
const other = evmWallet()
const change = (to: object) => JSON.stringify({ ...document, ...to })
function narrative(to: object): string {
  const [evidence] = document.evidence as [{ narrative: string }]
  return change({ evidence: [{ ...evidence, narrative: JSON.stringify({ ...(JSON.parse(evidence.narrative) as object), ...to }) }] })
}

runBadInputs(
  'tests/server/quests/addCube.db.test.ts',
  {
    CF01: () => refused('{"@context":'),
    'CF01-text': () => refused('0x1234'),
    'CF01-array': () => refused(`[${JSON.stringify(document)}]`),
    'CF01-null': () => refused('null'),
    'CF01-empty': () => refused(''),
    'CF01-number': () => refused(7),
    'CF01-deep': () => refused(`${'['.repeat(30_000)}${']'.repeat(30_000)}`),
    'CF01-bom': () => refused(`\ufeff${JSON.stringify(document)}`),
    CF02: () => refused(change({ padding: 'a'.repeat(33_000) })),
    'CF02-long': () => refused(`${JSON.stringify(document)}${' '.repeat(66_000)}`),
    CF03: () => refused(change({ '@context': ['https://www.w3.org/ns/credentials/v2', 'https://example.org/evil'] })),
    'CF03-other': () => refused(JSON.stringify({ '@context': [], type: ['VerifiableCredential'], credentialSubject: {} })),
    'CF03-proof': () => refused(change({ evidence: [{ narrative: '{}' }] })),
    'CF03-element': () => refused(narrative({ issuer: { s: `0x${'f'.repeat(64)}`, e: '0x1' } })),
    'CF03-path': () => refused(narrative({ evidence: { digest: '0x1', position: 0, path: Array(100).fill(['0x0', '0x0']) } })),
    CF04: () => refused(change({ id: document.id.replace(/\d+$/, '99') })),
    'CF04-chain': () => refused(narrative({ chainId: 1 })),
    CF05: () => {
      const id = document.id.replace(slotDomain.rollup, `0x${'ab'.repeat(20)}`)
      const text = narrative({ rollup: `0x${'ab'.repeat(20)}` })
      return refused(JSON.stringify({ ...(JSON.parse(text) as object), id }))
    },
    CF06: () => refused(JSON.stringify(document), other),
    'CF06-did': () =>
      refused(change({ credentialSubject: { ...(document.credentialSubject as object), id: 'did:pkh:eip155:1:0x\u0000' } })),
    'CF06-key': () => refused(change({ credentialSubject: { ...(document.credentialSubject as object), id: 'did:key:z6Mk' } })),
    CF07: () => refused(JSON.stringify(document), wallet, 'nothing'),
    async 'CF08-name'() {
      const answer = await refused(change({ name: 'a\u0000b\u202e\ud800c' }))
      const { participationId } = await on(slug)
      expect(dataOf<{ cubes: Cubes['added'] }>(answer).cubes).toMatchObject([{ name: 'ab\ufffdc' }])
      // What the follower keeps of it goes into the database.
      const open = await openStep(participationId)
      const result = stepResult(participationId, 'cube')
      const pending = { ...result, verdict: { ...result.verdict, status: 'pending' as const } }
      await site.members.follower.record([{ ...pending, bundle: { ...result.bundle, context: open?.context ?? result.bundle.context } }])
      return answer
    },
    'CF08-proto': () => refused(JSON.stringify(document).replace('{', '{"__proto__":{"a":1},')),
  },
  () => last,
)
