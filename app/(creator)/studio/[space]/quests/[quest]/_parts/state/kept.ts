import { type Document, isRecord, toDocument } from './document.ts'

/** Changes that the server does not have yet, with what they were made on. */
export type Kept = { revision: number; base: Document; mine: Document }

type Storing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Where a browser keeps the unsaved changes of a draft, each tab its own. `whose`: of one member, so that two who share a browser do not save each other's.
 * `storage` null: a browser that keeps nothing.
 */
export function keptIn(storage: Storing | null, { whose, draft, tab }: { whose: string; draft: string; tab: string }) {
  const prefix = `cairn.draft.${whose}.${draft}.`
  const own = prefix + tab
  return {
    /** What this tab kept before it was loaded anew, and what tabs left behind that are open no more. They are this tab's from now on. */
    adopt: (alive: ReadonlySet<string>): Kept[] =>
      keysOf(storage)
        .filter((key) => key === own || (key.startsWith(prefix) && !alive.has(key.slice(prefix.length))))
        .flatMap((key) => {
          const kept = readKept(getItem(storage, key))
          remove(storage, key)
          return kept ?? []
        }),
    /** Whether the browser keeps it. */
    write(kept: Kept): boolean {
      try {
        storage?.setItem(own, JSON.stringify(kept))
        return storage !== null
      } catch {
        return false
      }
    },
    clear: () => remove(storage, own),
  }
}

export type KeptStore = ReturnType<typeof keptIn>

const keysOf = (storage: Storing | null): string[] =>
  Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '').filter((key) => key !== '')

function getItem(storage: Storing | null, key: string): string {
  try {
    return storage?.getItem(key) ?? 'null'
  } catch {
    return 'null'
  }
}

function remove(storage: Storing | null, key: string) {
  try {
    storage?.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function readKept(text: string): Kept | null {
  try {
    const { revision, base, mine } = (JSON.parse(text) ?? {}) as Partial<Record<keyof Kept, unknown>>
    const [before, after] = [readDocument(base), readDocument(mine)]
    return typeof revision === 'number' && before && after ? { revision, base: before, mine: after } : null
  } catch {
    return null
  }
}

function readDocument(value: unknown): Document | null {
  const { definition, ...terms } = (value ?? {}) as Partial<Document>
  return isRecord(definition) ? toDocument({ ...terms, definition }) : null
}
