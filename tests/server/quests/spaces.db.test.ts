import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import type { Definition, Step } from '#server/quests/definition.ts'
import { createSecretStore } from '#server/quests/spaceSecretStore.ts'
import { openSecrets } from '#server/quests/spaceSecrets.ts'
import { parseRule } from '#server/verify/rule.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition, liveQuest } from '#tests/support/questFixture.ts'

const sealer = createSealer(`0x${randomBytes(32).toString('hex')}`)
let site: Site
let owner: Browser
let ownerId: string
beforeAll(async () => {
  site = await startSite({ deps: { outbound: { ...closedOutbound, sealer } } })
  owner = new Browser(site)
  ownerId = (await owner.signIn(evmWallet())).accountId
})
afterAll(() => site.drop())

const both = (text: string) => ({ en: text, ja: `${text}。` })
const step = (id: string, rule: object): Step => ({ id, title: both(id), rule: parseRule(rule) })
const quest = async (steps: Step[], change: Partial<Definition> = {}) =>
  (await liveQuest(site, { accountId: ownerId, definition: definition({ steps, ...change }) })).slug
async function memberOn(slug: string) {
  const browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  const { participationId } = dataOf<{ participationId: string }>(await browser.mutate('quests.start', { slug }))
  return { browser, accountId, participationId }
}
const openStep = async (participationId: string, stepId: string) =>
  (await site.members.follower.openSteps()).find((open) => open.participationId === participationId && open.stepId === stepId)
type Shown = { stepList: { poll?: object; survey?: object; visit?: object; pasted?: string[] }[] }
const shown = async (browser: Browser, slug: string) => dataOf<Shown>(await browser.query('quests.bySlug', { slug })).stepList

describe('lists', () => {
  const address = (n: number) => `0x${n.toString(16).padStart(40, '0')}`
  const upload = (browser: Browser, csv: string, query = 'name=early&by=evm', headers: Record<string, string> = {}) =>
    browser.send('lists', `/api/lists?${query}`, { method: 'POST', headers: { 'content-type': 'text/csv', ...headers }, body: csv })
  type List = { id: string; digest: string; rows: number; duplicates: number }

  it('are kept by content and answer who is on them', async () => {
    const csv = `wallet,tier\n${address(1)},gold\n${address(2)},tin\n${address(1)},late\n`
    const list = (await upload(owner, csv)).body as List
    expect(list).toMatchObject({ rows: 2, duplicates: 1, columns: ['tier'] })
    expect(((await upload(owner, csv, 'name=again&by=evm')).body as List).id).toBe(list.id)
    expect(dataOf<List[]>(await owner.query('spaces.lists', {})).map(({ id }) => id)).toContain(list.id)
    const key = `${list.id}@${list.digest}`
    const rows = (values: string[], of = key) => site.members.questDeps.transact((work) => work.lists.rows(of, values))
    expect(await rows([address(1), address(9)])).toEqual([{ value: address(1), columns: { tier: 'gold' } }])
    expect(await rows([address(9)])).toEqual([])
    expect(await rows([address(1)], `${list.id}@0x00`)).toBeNull()
    expect(await rows([address(1)], 'nonsense')).toBeNull()
    const on = (change: object) => step('list', { kind: 'list', params: { list: list.id, digest: list.digest, by: 'evm', ...change } })
    const slug = await quest([on({})])
    expect((await openStep((await memberOn(slug)).participationId, 'list'))?.context.handle).toBeUndefined()
    await expect(quest([on({ digest: `0x${'0'.repeat(62)}` })])).rejects.toMatchObject({ code: 'quest.malformed' })
    await expect(quest([on({ by: 'handle' })])).rejects.toMatchObject({ code: 'quest.malformed' })
    const other = new Browser(site)
    const { accountId } = await other.signIn(evmWallet())
    await expect(liveQuest(site, { accountId, definition: definition({ steps: [on({})] }) })).rejects.toMatchObject({
      code: 'quest.malformed',
    })
  })

  it('are refused by row, by right and by shape', async () => {
    const code = (answer: Awaited<ReturnType<typeof upload>>) => (answer.body as { error: { code: string; field: string } }).error
    expect(code(await upload(owner, 'wallet\nalice\n'))).toMatchObject({ code: 'list.malformed', field: 'line 2, column 1' })
    expect(code(await upload(new Browser(site), 'wallet\n')).code).toBe('auth.required')
    expect(code(await upload(owner, 'x', 'name=a&by=evm', { 'content-type': 'application/json' })).code).toBe('input.invalid')
    expect(code(await upload(owner, 'x', 'name=a&by=email')).code).toBe('input.invalid')
    expect(code(await upload(owner, 'x', 'name=a&by=evm', { origin: 'https://evil.org' })).code).toBe('origin.refused')
    const other = new Browser(site)
    await other.signIn(evmWallet())
    expect(code(await upload(other, `wallet\n${address(1)}\n`, `name=a&by=evm&space=m-${ownerId}`)).code).toBe('auth.forbidden')
  })

  it('name all their broken rows and keep nothing, or the good ones where that is asked for', async () => {
    const csv = `wallet,tier\n${address(21)},gold\nalice,tin\n${address(22)}\n${address(23)},tin\n0x12,"a,b"\n`
    const before = dataOf<List[]>(await owner.query('spaces.lists', {}))
    const refused = (await upload(owner, csv)).body as { error: { problems: { field: string; found: string }[]; problemCount: number } }
    expect(refused.error.problemCount).toBe(3)
    expect(refused.error.problems.map(({ field, found }) => [field, found])).toEqual([
      ['line 3, column 1', 'alice'],
      ['line 4, column 1', '1 fields'],
      ['line 6, column 1', '0x12'],
    ])
    expect(dataOf(await owner.query('spaces.lists', {}))).toEqual(before)
    expect((await upload(owner, csv, 'name=good&by=evm&broken=skip')).body).toMatchObject({ rows: 2, broken: 3, duplicates: 0 })
    const none = (await upload(owner, 'wallet\nx\ny\n', 'name=none&by=evm&broken=skip')).body
    expect(none).toMatchObject({ error: { code: 'list.malformed', problemCount: 2 } })
  })

  it('name the first two hundred of many, and how many there are', async () => {
    const csv = `wallet\n${Array.from({ length: 1000 }, (_, row) => `x${row}`).join('\n')}\n`
    const { error } = (await upload(owner, csv)).body as { error: { problems: unknown[]; problemCount: number } }
    expect([error.problems.length, error.problemCount]).toEqual([200, 1000])
  })

  it('are replaced, removed and brought back, while rules that name them go on', async () => {
    const space = `m-${ownerId}`
    const first = (await upload(owner, `wallet,note\n${address(31)},=1+1\n`, 'name=one&by=evm')).body as List
    const key = `${first.id}@${first.digest}`
    const second = (await upload(owner, `wallet,note\n${address(32)},b\n`, `name=one&by=evm&replaces=${first.id}`)).body as List
    const offered = async () => dataOf<List[]>(await owner.query('spaces.lists', {})).map(({ id }) => id)
    expect(await offered()).toContain(second.id)
    expect(await offered()).not.toContain(first.id)
    const rows = await site.members.questDeps.transact((work) => work.lists.rows(key, [address(31)]))
    expect(rows).toEqual([{ value: address(31), columns: { note: '=1+1' } }])
    const on = { kind: 'list', params: { list: first.id, digest: first.digest, by: 'evm' } }
    expect((await memberOn(await quest([step('list', on)]))).participationId).toBeTruthy()

    expect((await owner.mutate('studio.lists.remove', { space, id: second.id })).status).toBe(200)
    expect(await offered()).not.toContain(second.id)
    expect((await owner.mutate('studio.lists.remove', { space, id: second.id })).body).toMatchObject({
      error: { data: { code: 'not-found', field: 'list' } },
    })
    expect((await upload(owner, `wallet,note\n${address(31)},=1+1\n`, `name=x&by=evm&replaces=${second.id}`)).status).toBe(404)
    const back = (await upload(owner, `wallet,note\n${address(31)},=1+1\n`, 'name=again&by=evm')).body as List
    expect(back.id).toBe(first.id)
    expect(await offered()).toContain(first.id)
    const { rows: log } = await site.pool.query(
      "select action, subject from audit_entries where action like 'list.%' and subject in ('one', 'again') order by id",
    )
    expect(log.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'list.uploaded one',
      'list.removed one',
      'list.uploaded one',
      'list.removed one',
      'list.uploaded again',
    ])
  })

  it('are files for their authors alone, in which no spreadsheet finds a formula', async () => {
    const space = `m-${ownerId}`
    const { id } = (await upload(owner, `wallet,note\n${address(41)},=1+1\n${address(40)},plain\n`, 'name=file&by=evm')).body as List
    const file = (browser: Browser) => browser.send('csv', `/api/csv/list?space=${space}&list=${id}`, { method: 'GET' })
    const answer = await file(owner)
    expect(answer.status).toBe(200)
    expect(String(answer.body).replace('\uFEFF', '')).toBe(`wallet,note\r\n${address(40)},plain\r\n${address(41)},'=1+1\r\n`)
    const other = new Browser(site)
    await other.signIn(evmWallet())
    expect((await file(other)).status).toBe(403)
    expect((await file(new Browser(site))).status).toBe(401)
  })
})

describe('secrets', () => {
  it('are kept sealed, named but never shown, and belong to their space', async () => {
    expect(dataOf(await owner.mutate('spaces.setSecret', { name: 'api_key', value: 'hidden-value-1' }))).toEqual({ name: 'api_key' })
    dataOf(await owner.mutate('spaces.setSecret', { name: 'api_key', value: 'hidden-value-2' }))
    const listed = await owner.query('spaces.secrets', {})
    expect(dataOf<{ name: string }[]>(listed)).toMatchObject([{ name: 'api_key' }])
    expect(JSON.stringify(listed.body)).not.toContain('hidden')
    const { rows } = await site.pool.query('select space_id, sealed from space_secrets')
    expect(JSON.stringify(rows)).not.toContain('hidden')
    const opened = await openSecrets(createSecretStore(site.db), sealer, rows[0].space_id)
    expect([...opened]).toEqual([['api_key', 'hidden-value-2']])
    expect(JSON.stringify(site.logged)).not.toContain('hidden')
    const other = new Browser(site)
    await other.signIn(evmWallet())
    for (const call of [
      other.query('spaces.secrets', { space: `m-${ownerId}` }),
      other.mutate('spaces.setSecret', { space: `m-${ownerId}`, name: 'api_key', value: 'x' }),
      other.mutate('spaces.removeSecret', { space: `m-${ownerId}`, name: 'api_key' }),
      other.query('spaces.lists', { space: `m-${ownerId}` }),
    ])
      expect(errorOf(await call).data.code).toBe('auth.forbidden')
    expect((await owner.mutate('spaces.setSecret', { name: 'a', value: 'line\nbreak' })).status).toBe(400)
    expect((await owner.mutate('spaces.setSecret', { name: 'Bad', value: 'x' })).status).toBe(400)
    expect((await owner.mutate('spaces.removeSecret', { name: 'api_key' })).status).toBe(200)
    expect((await owner.mutate('spaces.removeSecret', { name: 'api_key' })).status).toBe(404)
  })

  it('go with requests of the quests of their space alone; endpoints of this machine are refused without a setting', async () => {
    const ask = (url: string) =>
      step('api', {
        kind: 'http',
        params: { url, method: 'GET', headers: { 'x-key': '{{api_key}}' }, where: [{ path: 'ok', type: 'bool', op: 'eq', value: true }] },
      })
    const slug = await quest([ask('https://api.example.org/$account')])
    const { participationId } = await memberOn(slug)
    const { rows } = await site.pool.query('select space_id from quests where slug = $1', [slug])
    expect((await openStep(participationId, 'api'))?.context.space).toBe(rows[0].space_id)
    await expect(quest([ask('http://127.0.0.1:9000/x')])).rejects.toMatchObject({ code: 'quest.malformed' })
    expect(JSON.stringify(await shown(owner, slug))).not.toContain('api_key')
  })
})
