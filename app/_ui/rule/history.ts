/** What can be taken back and done again. `key`: of the last change; changes of one key in a row are one. */
export type History<T> = { past: T[]; present: T; future: T[]; key: string | null }

/** More steps than anybody walks back. */
const most = 200

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], key: null })

/** A change. With the key of the one before (typing in one field) it joins that one. */
export function record<T>(history: History<T>, present: T, key: string | null = null): History<T> {
  if (present === history.present) return history
  if (key !== null && key === history.key) return { ...history, present, future: [] }
  return { past: [...history.past, history.present].slice(-most), present, future: [], key }
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future], key: null }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, key: null }
}
