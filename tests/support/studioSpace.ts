import { roles, type SpaceRole } from '#server/spaces/role.ts'
import { type Answer, Browser, dataOf, evmWallet, type Site } from './members.ts'
import { definition } from './questFixture.ts'

export type Worker = { browser: Browser; accountId: string }
export type Staff = Record<SpaceRole, Worker> & { space: string; setRole(who: Worker, role: SpaceRole | null): Promise<unknown> }

export async function signedIn(site: Site): Promise<Worker> {
  const browser = new Browser(site)
  return { browser, accountId: (await browser.signIn(evmWallet())).accountId }
}

/** A new space with somebody in each role. */
export async function staffOf(site: Site, space: string): Promise<Staff> {
  const all = {} as Record<SpaceRole, Worker>
  for (const role of roles) all[role] = await signedIn(site)
  dataOf(await all.owner.browser.mutate('studio.spaces.make', { slug: space, name: 'A project' }))
  const setRole: Staff['setRole'] = ({ accountId }, role) =>
    role === null
      ? site.pool.query('delete from space_members m using spaces s where s.id = m.space_id and s.slug = $1 and m.account_id = $2', [
          space,
          accountId,
        ])
      : site.pool.query(
          `insert into space_members (space_id, account_id, role) select id, $2, $3 from spaces where slug = $1
           on conflict (space_id, account_id) do update set role = excluded.role`,
          [space, accountId, role],
        )
  for (const role of roles) if (role !== 'owner') await setRole(all[role], role)
  return { ...all, space, setRole }
}

/** What a whole draft says, open from an hour ago to tomorrow. */
export const wholeChanges = (site: Site, change: Record<string, unknown> = {}, terms: Record<string, unknown> = {}) => ({
  definition: { ...(JSON.parse(JSON.stringify(definition())) as Record<string, unknown>), ...change },
  supply: 100,
  opensAt: new Date(site.clock.ms - 3_600_000).toISOString(),
  closesAt: new Date(site.clock.ms + 86_400_000).toISOString(),
  ...terms,
})

export type DraftSeen = {
  state: string
  stage: string
  revision: number
  archived: boolean
  document: { definition: Record<string, unknown>; supply: unknown }
  problems: { field: string; found: string; expected: string }[]
  warnings: { code: string; path: string; acknowledged: boolean }[]
  acts: string[]
  reviews: { act: string; words: string | null }[]
  quest: { status: string; version: number } | null
}

/** Acts on one quest of a space. */
export const onDraft = (space: string, slug: string) => {
  const name = { space, slug }
  const call =
    (procedure: string) =>
    ({ browser }: Worker, input: object = {}): Promise<Answer> =>
      browser.mutate(`studio.quests.${procedure}`, { ...name, ...input })
  const get = async ({ browser }: Worker) => dataOf<DraftSeen>(await browser.query('studio.quests.get', name))
  const revision = async (who: Worker) => (await get(who)).revision
  const current =
    (procedure: string) =>
    async (who: Worker, input: object = {}) =>
      call(procedure)(who, { revision: await revision(who), ...input })
  return {
    ...{ name, get, revision, make: call('make'), saveOn: call('save'), save: current('save') },
    ...{ submit: current('submit'), approve: current('approve'), sendBack: current('sendBack'), launch: current('launch') },
    ...{ pause: call('pause'), resume: call('resume'), end: call('end'), archive: call('archive'), clone: call('clone') },
    ...{ try: call('try'), tryAll: call('tryAll'), saveAddress: call('saveAddress'), runSaved: call('runSaved') },
    versions: ({ browser }: Worker) => browser.query('studio.quests.versions', name),
    diff: ({ browser }: Worker, input: object) => browser.query('studio.quests.diff', { ...name, ...input }),
    /** Says of every warning that it is known. */
    async acknowledgeAll(who: Worker) {
      const { warnings } = await get(who)
      return current('save')(who, { acknowledge: warnings.map(({ code, path }) => ({ code, path })) })
    },
  }
}

/** A draft that is whole and approved: by the editor and the reviewer. */
export async function approvedDraft(site: Site, staff: Staff, slug: string, changes: object = wholeChanges(site)) {
  const draft = onDraft(staff.space, slug)
  dataOf(await draft.make(staff.editor))
  dataOf(await draft.save(staff.editor, { changes }))
  dataOf(await draft.acknowledgeAll(staff.editor))
  dataOf(await draft.submit(staff.editor))
  dataOf(await draft.approve(staff.reviewer))
  return draft
}
