/** The name of this tab, and those of all that are open. */
export type Tab = { own: string; alive: ReadonlySet<string> }

const place = 'cairn.draft.tab'
const prefix = 'cairn.draft.tab.'

let own: Promise<string> | null = null

/**
 * Names this tab for as long as it is open; it has the same name after it was loaded anew. A tab that was made as a copy of another one gets its own.
 * Browsers without locks cannot say which tabs are open: there each counts as closed, and what it kept is taken on by whoever comes.
 */
export async function nameTab(): Promise<Tab> {
  own ??= name()
  const mine = await own
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return { own: mine, alive: new Set(held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))) }
}

async function name(): Promise<string> {
  const given = readSession()
  if (given !== null && (await hold(given))) return given
  const fresh = crypto.randomUUID()
  await hold(fresh)
  writeSession(fresh)
  return fresh
}

/** Holds a tab's lock until the tab closes or is loaded anew; false where another tab holds it. */
const hold = (tab: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(true)
    void navigator.locks.request(prefix + tab, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<never>(() => {})
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
