import { publishVersion } from '../publishQuest.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { maxSlug } from '../slug.ts'
import type { FamilyRow } from './familyStore.ts'
import { leadMs, nextPeriod, windowOf } from './recurrence.ts'

const dayMs = 24 * 3_600_000

/**
 * Opens the next quest of every family whose next period is near. Any number of processes may call it as often as they like: each period is opened once.
 * Answers how many were opened.
 */
export async function openNextPeriods(deps: QuestDeps): Promise<number> {
  const openedBy = new Date(deps.now() + leadMs - dayMs)
  const families = await deps.transact(({ families }) => families.growing(openedBy))
  let opened = 0
  for (const family of families) if (dueIn(family, deps.now()) !== null && (await openNext(deps, family.familyId))) opened++
  return opened
}

const dueIn = ({ definition, first, newest }: FamilyRow, now: number) =>
  definition.recurrence ? nextPeriod(definition.recurrence, { first, newest: newest.period ?? 0, now }) : null

function openNext(deps: QuestDeps, familyId: string): Promise<boolean> {
  return deps.transact(async (work) => {
    // Held by whoever opens a period of this family: others wait here, and then find it opened.
    const [first, family] = [await work.quests.lock(familyId), await work.families.byId(familyId)]
    const period = family && dueIn(family, deps.now())
    const recurrence = family?.definition.recurrence
    if (!first || !family || !recurrence || period === null) return false
    const { newest, definition } = family
    const version = await work.quests.findVersion(newest.id, newest.publishedVersion ?? 1)
    const space = await work.quests.findSpaceById(newest.spaceId)
    if (!version || !space) return false
    const quest = await addPeriod(deps, work, {
      ...{ spaceId: newest.spaceId, supply: newest.supply, rewardPerMint: newest.rewardPerMint, familyId, period, slug: first.slug },
      ...windowOf(recurrence, family.first, period),
    })
    const { rulesHash } = version
    await work.quests.addVersion({ questId: quest.id, version: 1, definition, rulesHash })
    await publishVersion(work, {
      quest,
      version: { version: 1, definition, rulesHash },
      spaceName: space.name,
      previous: newest.slotIndex ?? undefined,
    })
    return true
  })
}

type Period = Parameters<QuestWork['quests']['create']>[0] & { slug: string; period: number }

/** `daily`, `daily-2`, `daily-3` …; where somebody else has taken that slug, one that nobody can foresee. All lead to the family's page. */
async function addPeriod(deps: QuestDeps, { quests }: QuestWork, row: Period) {
  const slug = `${row.slug}-${row.period + 1}`
  const own = await quests.create({ ...row, slug })
  if (own) return own
  const suffix = `-${deps.newId().slice(0, 8)}`
  const other = await quests.create({ ...row, slug: `${slug.slice(0, maxSlug - suffix.length)}${suffix}` })
  if (!other) throw new Error(`no slug is free for period ${row.period} of ${row.slug}`)
  return other
}
