/** The name of this tab, and those of all that are open. */
export type Tab = { own: string; alive: ReadonlySet<string> }

const place = 'cairn.draft.tab'
const lockOf = (tab: string) => `cairn.draft.tab.${tab}`

/**
 * Names this tab for as long as it is open; it has the same name after it was loaded anew. A tab that was made as a copy of another one gets its own.
 * Browsers without locks cannot say which tabs are open: there each counts as closed, and what it kept is taken on by whoever comes.
 */
export async function nameTab(release: AbortSignal): Promise<Tab> {
  const given = readSession()
  const locks = navigator.locks
  if (!locks) return { own: given ?? crypto.randomUUID(), alive: new Set() }
  const own = given !== null && (await hold(locks, given, release)) ? given : crypto.randomUUID()
  if (own !== given) await hold(locks, own, release)
  writeSession(own)
  const { held = [] } = await locks.query()
  const prefix = lockOf('')
  return { own, alive: new Set(held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))) }
}

/** Holds a tab's lock until it is released or the tab closes; false where another tab holds it. */
const hold = (locks: LockManager, tab: string, release: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    void locks.request(lockOf(tab), { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>((done) => release.addEventListener('abort', () => done(), { once: true }))
    })
  })

function readSession(): string | null {
  try {
    return sessionStorage.getItem(place)
  } catch {
    return null
  }
}

function writeSession(tab: string) {
  try {
    sessionStorage.setItem(place, tab)
  } catch {
    // Then the tab is another one after it was loaded anew, and takes on what this one left.
  }
}
