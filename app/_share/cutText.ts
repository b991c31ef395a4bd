const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** More code points than this in one cluster are no writing. */
const mostMarks = 8

/** Letters that take a whole square: kana, kanji, hangul, full-width forms, pictographs. */
const square =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const narrow = /^[ilj|!.,:;'`\s]/
const broad = /^[A-Z0-9&]/
const broadest = /^[MWmw@%]/

function widthOfCluster(cluster: string): number {
  if (square.test(cluster)) return 1
  if (narrow.test(cluster)) return 0.36
  if (broadest.test(cluster)) return 1
  return broad.test(cluster) ? 0.74 : 0.62
}

const widthOfAll = (line: readonly string[]): number => line.reduce((sum, cluster) => sum + widthOfCluster(cluster), 0)
const clustersOf = (text: string): string[] => [...clusters.segment(text)].map(({ segment }) => segment)

/** About how wide a text is, in ems of a sans-serif face: a little more rather than less, since nothing may overflow. */
export const widthOf = (text: string): number => widthOfAll(clustersOf(text))

/** The text on one line, in at most so many ems; what is too long ends in an ellipsis, after a word where one ends near by, else between two letters. */
export function cutText(text: string, ems: number): string {
  const line = clustersOf(text.replace(/\s+/g, ' ').trim()).map((cluster) => [...cluster].slice(0, mostMarks).join(''))
  if (widthOfAll(line) <= ems) return line.join('')
  let width = 1
  const fitting = line.findIndex((cluster) => {
    width += widthOfCluster(cluster)
    return width > ems
  })
  const word = line.slice(0, fitting + 1).lastIndexOf(' ')
  return `${line
    .slice(0, word > fitting * 0.7 ? word : fitting)
    .join('')
    .trimEnd()}…`
}
