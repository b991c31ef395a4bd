/** A stretch of a text: in both versions, only in the one before, or only in the one after. */
export type Stretch = { kind: 'same' | 'removed' | 'added'; text: string }

/** Comparing more pairs of words than this takes too long: such texts differ as wholes. */
const mostPairs = 2_000_000

/** What differs between two texts, word by word, in any language. What they begin and end with alike is not compared. Pure. */
export function wordDiff(before: string, after: string, locale: string): Stretch[] {
  const [a, b] = [wordsIn(before, locale), wordsIn(after, locale)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const middle: Stretch[] =
    left.length * right.length > mostPairs
      ? [
          { kind: 'removed', text: left.join('') },
          { kind: 'added', text: right.join('') },
        ]
      : compare(left, right)
  return joined([{ kind: 'same', text: a.slice(0, head).join('') }, ...middle, { kind: 'same', text: a.slice(a.length - tail).join('') }])
}

const wordsIn = (text: string, locale: string) =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

/** By the longest common run of words. */
function compare(a: readonly string[], b: readonly string[]): Stretch[] {
  const width = b.length + 1
  // Of the words from i and j on; texts of a quest are far shorter than 65,535 words.
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      stretches.push({ kind: 'same', text: left })
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ kind: 'removed', text: left })
      i++
    } else {
      stretches.push({ kind: 'added', text: right ?? '' })
      j++
    }
  }
  return stretches
}

/** Neighbours of a kind become one; between two stretches that are the same, what was removed stands before what was added. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed })
    if (added) out.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const { kind, text } of stretches) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') last.text += text
      else out.push({ kind, text })
    }
  }
  flush()
  return out
}

const kept = 90

/** A long stretch that is the same, with its middle left out. `…` stands for it. */
export function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= 2 * kept + 20 ? text : `${letters.slice(0, kept).join('')} … ${letters.slice(-kept).join('')}`
}
