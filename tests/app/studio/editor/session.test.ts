import { describe, expect, it } from 'vitest'
import {
  type Changes,
  type Document,
  toDocument,
  valueAt,
  withValueAt,
} from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/document.ts'
import { keptIn } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/kept.ts'
import { type Answer, createSession } from '#app/(creator)/studio/[space]/quests/[quest]/_parts/state/session.ts'
import { applyChanges, emptyDocument } from '#server/quests/drafts/document.ts'

/** What the use case does with a save, by the server's own code, without its database. */
function createServer() {
  let current = { revision: 1, document: toDocument(emptyDocument) }
  return {
    isOff: false,
    current: () => current,
    save(revision: number, changes: Changes): Answer {
      if (this.isOff) return { kind: 'wait', error: new Error('fetch failed'), afterMs: null }
      if (revision !== current.revision) return { kind: 'stale', current, by: 'somebody' }
      current = { revision: revision + 1, document: toDocument(applyChanges(current.document, changes)) }
      return { kind: 'saved', revision: current.revision }
    },
  }
}

/** A browser's storage, of one origin. */
function createStorage(): Storage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}

function openTab(server: ReturnType<typeof createServer>, { storage = createStorage(), tab = 'one' } = {}) {
  let waiting: (() => void) | null = null
  const kept = keptIn(storage, { whose: 'ann', draft: 'space.quest', tab })
  const session = createSession(
    {
      kept,
      save: async (revision, changes) => server.save(revision, changes),
      onSaved: () => {},
      later(_, act) {
        waiting = act
        return () => {
          waiting = null
        }
      },
      now: () => 1000,
    },
    server.current(),
  )
  const rest = async () => {
    // What is planned may plan the next: a merge saves at once.
    for (let turn = 0; turn < 5 && waiting; turn++) {
      const act: () => void = waiting
      waiting = null
      act()
      await new Promise((done) => setTimeout(done, 0))
    }
  }
  const put = (path: string, value: Parameters<typeof withValueAt>[2], key?: string) =>
    session.edit(withValueAt(session.get().history.present, path, value), key)
  const at = (path: string) => valueAt(session.get().history.present, path)
  return { session, kept, rest, put, at, storage }
}

const title = 'definition.title.en'
const savedAt = (document: Document, path: string) => valueAt(document, path)

describe('a draft in a tab', () => {
  it('saves after a rest, only what changed, and says so', async () => {
    const server = createServer()
    const { session, put, rest } = openTab(server)
    put(title, 'Swap', title)
    put(title, 'Swap it', title)
    expect(session.get().saving.is).toBe('unsaved')
    await rest()
    expect(session.get().saving).toEqual({ is: 'saved', at: 1000 })
    expect(server.current()).toMatchObject({ revision: 2, document: { definition: { title: { en: 'Swap it' } } } })
    session.undo()
    await rest()
    expect(server.current().document.definition.title).toBeUndefined()
    session.redo()
    await rest()
    expect(savedAt(server.current().document, title)).toBe('Swap it')
  })

  it('keeps what could not be saved, tries again, and a tab that comes back goes on from it', async () => {
    const server = createServer()
    const first = openTab(server)
    server.isOff = true
    first.put(title, 'Written offline')
    await first.rest()
    expect(first.session.get().saving.is).toBe('wait')
    // The tab closes; another one opens in the same browser.
    first.session.stop()
    const second = openTab(server, { storage: first.storage, tab: 'two' })
    second.session.restore(second.kept.adopt(new Set(['two'])))
    expect(second.at(title)).toBe('Written offline')
    server.isOff = false
    await second.rest()
    expect(savedAt(server.current().document, title)).toBe('Written offline')
    expect(second.storage.length).toBe(0)
  })

  it('leaves alone what a tab keeps that is still open, and what another member keeps', async () => {
    const server = createServer()
    const { storage, put, rest } = openTab(server)
    server.isOff = true
    put(title, 'Here')
    await rest()
    const other = keptIn(storage, { whose: 'ann', draft: 'space.quest', tab: 'two' })
    expect(other.adopt(new Set(['one', 'two']))).toEqual([])
    expect(keptIn(storage, { whose: 'bob', draft: 'space.quest', tab: 'three' }).adopt(new Set())).toEqual([])
    expect(other.adopt(new Set(['two']))).toHaveLength(1)
  })

  it('merges with what somebody else saved, and undo takes back only its own', async () => {
    const server = createServer()
    const [mine, theirs] = [openTab(server), openTab(server, { tab: 'two' })]
    theirs.put('definition.points', 50)
    await theirs.rest()
    mine.put(title, 'Mine')
    await mine.rest()
    expect(mine.session.get()).toMatchObject({ saving: { is: 'saved' }, merged: { by: 'somebody' }, clash: null })
    expect(server.current().document.definition).toEqual({ points: 50, title: { en: 'Mine' } })
    mine.session.undo()
    await mine.rest()
    expect(server.current().document.definition).toEqual({ points: 50 })
  })

  it('asks where both changed the same part, saves nothing before the answer, and takes what is chosen', async () => {
    for (const [side, expected] of [
      ['mine', 'Mine'],
      ['theirs', 'Theirs'],
    ] as const) {
      const server = createServer()
      const [mine, theirs] = [openTab(server), openTab(server, { tab: 'two' })]
      theirs.put(title, 'Theirs')
      await theirs.rest()
      mine.put(title, 'Mine')
      mine.put('supply', 7)
      await mine.rest()
      expect(mine.session.get().clash?.conflicts).toEqual([{ path: title, mine: 'Mine', theirs: 'Theirs' }])
      expect(savedAt(server.current().document, title)).toBe('Theirs')
      // Writing goes on meanwhile and waits, too.
      mine.put('definition.points', 5)
      await mine.rest()
      expect(server.current().document.definition.points).toBeUndefined()
      mine.session.settle(new Map([[title, side]]))
      await mine.rest()
      expect(mine.session.get()).toMatchObject({ clash: null, saving: { is: 'saved' } })
      expect(server.current().document).toMatchObject({ definition: { title: { en: expected }, points: 5 }, supply: 7 })
    }
  })

  it('asks about kept changes, too, where the server has moved on', async () => {
    const server = createServer()
    const first = openTab(server)
    server.isOff = true
    first.put(title, 'Offline')
    await first.rest()
    server.isOff = false
    const theirs = openTab(server, { tab: 'two' })
    theirs.put(title, 'Online')
    await theirs.rest()
    const back = openTab(server, { storage: first.storage, tab: 'three' })
    back.session.restore(back.kept.adopt(new Set(['three'])))
    expect(back.session.get().clash?.conflicts).toEqual([{ path: title, mine: 'Offline', theirs: 'Online' }])
    // Until it is said, the browser keeps it.
    expect(back.storage.length).toBe(1)
    back.session.settle(new Map([[title, 'mine']]))
    await back.rest()
    expect(savedAt(server.current().document, title)).toBe('Offline')
  })

  it('does not lose what is written while a save is on its way', async () => {
    const server = createServer()
    const { session, put, rest } = openTab(server)
    put(title, 'First')
    const saving = session.save()
    put(title, 'Second')
    expect(session.get().saving.is).toBe('saving')
    await saving
    await rest()
    expect(savedAt(server.current().document, title)).toBe('Second')
    expect(session.get().saving.is).toBe('saved')
  })

  it('takes in what a page reads anew, and nothing older', async () => {
    const server = createServer()
    const [mine, theirs] = [openTab(server), openTab(server, { tab: 'two' })]
    const before = server.current()
    theirs.put(title, 'Theirs')
    await theirs.rest()
    mine.session.meet(server.current(), 'bob')
    expect(mine.at(title)).toBe('Theirs')
    expect(mine.session.get().merged).toEqual({ by: 'bob' })
    mine.session.meet(before, null)
    expect(mine.at(title)).toBe('Theirs')
  })
})
