/**
 * Which names look like one another. A name is brought to a skeleton, in the manner of Unicode's UTS 39: letters that look alike become one letter, and what
 * is not seen or only decorates is gone. Two names with one skeleton look alike. The table is small on purpose: a name that it misses is what reports are for,
 * a name that it takes wrongly is looked at by a person.
 */
export type Names = { slug: string; names: readonly string[] }

/** What looks like each Latin letter, beside what NFKC and lower case make of it. `i`, `l` and `1` are one. */
const alike: Readonly<Record<string, string>> = {
  a: 'аαɑ@4ᴀ',
  b: 'ƅьᏏ',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еєεҽ3ɇ',
  f: 'ƒ',
  g: 'ɡց9',
  h: 'һհн',
  j: 'јϳ',
  k: 'кκᴋ',
  l: 'iі1|ıιӏɩӀ!ǀ',
  m: 'мᴍ',
  n: 'пոη',
  o: 'оοσօ0ᴏө',
  p: 'рρ',
  q: 'ԛգ',
  r: 'гᴦ',
  s: 'ѕ5$ꜱ',
  t: 'тτ7',
  u: 'υսцᴜ',
  v: 'ѵνᴠ',
  w: 'ԝωшᴡ',
  x: 'хχ×',
  y: 'уγүʏ',
  z: 'ᴢ2ʐ',
  // Kanji and kana that are drawn alike.
  ロ: '口',
  カ: '力',
  ニ: '二',
  エ: '工',
  ト: '卜',
  ハ: '八',
  タ: '夕',
  ー: '一―—–-',
}
const letterOf = new Map(Object.entries(alike).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)))
const pairs: readonly [RegExp, string][] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/** Words that are put around somebody's name to speak for them. */
const around = [
  'official',
  'airdrop',
  'claim',
  'claims',
  'rewards',
  'reward',
  'team',
  'labs',
  'app',
  'the',
  'quest',
  'quests',
  'drop',
  '公式',
  'エアドロップ',
]

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .normalize('NFD')
    // Marks of Latin letters; those of kana make another letter, and are composed again.
    .replaceAll(/(?<![\p{sc=Hira}\p{sc=Kana}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()

const lettersOf = (word: string) => [...word].map((letter) => letterOf.get(letter) ?? letter).join('')

/** The skeleton of a name; empty when nothing in it is read. */
export function skeletonOf(name: string): string {
  const words = plain(name)
    .split(/[\s_./·・,:–—-]+/u)
    .filter((word) => word !== '')
  const kept = words.filter((word) => !around.includes(word))
  const text = lettersOf((kept.length > 0 ? kept : words).join(''))
  const bare = text.replaceAll(/[^\p{L}\p{N}ー]/gu, '')
  return pairs.reduce((now, [pair, letter]) => now.replaceAll(pair, letter), bare)
}

/** Too short a skeleton is like too many. */
const shortest = 3

const skeletonsOf = ({ slug, names }: Names) => [slug, ...names].map(skeletonOf).filter((skeleton) => [...skeleton].length >= shortest)

/** The first of `known` that a space looks like by any of its names or its address; null when it looks like none. */
export function likenessTo<T extends Names>(space: Names, known: readonly T[]): T | null {
  const own = new Set(skeletonsOf(space))
  return known.find((other) => skeletonsOf(other).some((skeleton) => own.has(skeleton))) ?? null
}
