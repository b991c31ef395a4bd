import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { coverageOf } from './fontCoverage.ts'

/** A face as the picture's layout takes it. */
export type PictureFont = { name: string; data: Buffer; weight: 400 | 600; style: 'normal' }

type Loaded = { font: PictureFont; covers: ReadonlySet<number> }

const packages = join(process.cwd(), 'node_modules')
const latin = join(packages, 'geist', 'dist', 'fonts', 'geist-sans')
const japanese = join(packages, '@fontsource-variable', 'noto-sans-jp')

/** Between the weights of titles and of lines: one face serves both. */
const japaneseWeight = 540
/** Parts of the Japanese face that one picture may ask for: a title of eighty signs needs about a dozen. */
const mostParts = 24

const loaded = new Map<string, Promise<Loaded>>()

/** Each file is read once. */
function once(name: string, load: () => Promise<Loaded>): Promise<Loaded> {
  const before = loaded.get(name)
  if (before) return before
  const loading = load().catch((error: unknown) => {
    loaded.delete(name)
    throw error
  })
  loaded.set(name, loading)
  return loading
}

const geist = (file: string, weight: 400 | 600) =>
  once(file, async () => {
    const data = await readFile(join(latin, file))
    return { font: { name: 'Geist', data, weight, style: 'normal' }, covers: coverageOf(data) }
  })

type Part = { name: string; points: number[] }

let parts: Promise<Part[]> | undefined

/** The files that the Japanese face is cut into, and the code points of each. */
function japaneseParts(): Promise<Part[]> {
  parts ??= readFile(join(japanese, 'unicode.json'), 'utf8').then((text) =>
    Object.entries(JSON.parse(text) as Record<string, string>).flatMap(([key, ranges]) => {
      // The numbered files hold Japanese; the others are Latin and Cyrillic, which the other face has.
      const number = /^\[(\d+)\]$/.exec(key)?.[1]
      return number === undefined ? [] : [{ name: number, points: ranges.split(',').flatMap(pointsOf) }]
    }),
  )
  return parts
}

/** `U+3042` or `U+3042-3049`. */
function pointsOf(range: string): number[] {
  const [from = 0, to = from] = range
    .replace(/^U\+/i, '')
    .split('-')
    .map((hex) => Number.parseInt(hex, 16))
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** A part of the Japanese face at one weight: the layout reads neither WOFF2 nor variable fonts. */
const japaneseFont = ({ name, points }: Part) =>
  once(`noto-${name}`, async () => {
    const file = await readFile(join(japanese, 'files', `noto-sans-jp-${name}-wght-normal.woff2`))
    const text = String.fromCodePoint(...points)
    const data = await subsetFont(file, text, { targetFormat: 'truetype', variationAxes: { wght: japaneseWeight } })
    return { font: { name: `Noto Sans JP ${name}`, data, weight: 400, style: 'normal' }, covers: coverageOf(data) }
  })

export type Typeset = {
  fonts: PictureFont[]
  /** The text without what none of the fonts has: a layout that meets such a sign asks a server of strangers for it. */
  shown(text: string): string
}

/** The fonts that these texts need, from the packages of the site; nothing is fetched. */
export async function typeset(texts: readonly string[]): Promise<Typeset> {
  const [regular, semibold, all] = await Promise.all([geist('Geist-Regular.ttf', 400), geist('Geist-SemiBold.ttf', 600), japaneseParts()])
  const inLatin = (point: number) => regular.covers.has(point) && semibold.covers.has(point)
  const missing = new Set(texts.flatMap((text) => Array.from(plain(text), pointOf)).filter((point) => !inLatin(point)))
  const needed = all
    .map((part) => ({ part, count: part.points.filter((point) => missing.has(point)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostParts)
  const more = await Promise.all(needed.map(({ part }) => japaneseFont(part)))
  const isCovered = (point: number) => inLatin(point) || more.some(({ covers }) => covers.has(point))
  return {
    fonts: [regular, semibold, ...more].map(({ font }) => font),
    shown: (text) =>
      Array.from(plain(text))
        .filter((sign) => isCovered(pointOf(sign)))
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
  }
}

/** Composed, on one line, and without what is not drawn: controls, joiners, halves of pairs. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').replace(/\p{C}/gu, '')

const pointOf = (sign: string): number => sign.codePointAt(0) ?? 0
