import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hexOf } from '#app/_ui/credential/mineral.ts'

/** Tokens of globals.css as sRGB hex, for one theme. */
function tokens(theme: 0 | 1): Map<string, string> {
  const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of css.matchAll(/--color-([a-z-]+): ([^;]+);/g)) {
    const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)]
    const colour = colours[theme] ?? colours[0]
    if (colour) found.set(name, hexOf({ l: Number(colour[1]), c: Number(colour[2]), h: Number(colour[3]) }))
  }
  return found
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'surface', 'sunken']
const words: [text: string, on: string[]][] = [
  ['ink', grounds],
  ['muted', grounds],
  ['faint', grounds],
  ['accent-text', [...grounds, 'accent-soft']],
  ['good', [...grounds, 'good-soft']],
  ['bad', [...grounds, 'bad-soft']],
  ['accent-ink', ['accent', 'accent-hover']],
  ['paper', ['ink']],
]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_, theme) => {
  const colours = tokens(theme)
  const of = (name: string) => colours.get(name) ?? expect.fail(`no colour ${name}`)
  test.each(words)('%s can be read (4.5:1)', (text, on) => {
    for (const ground of on) expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })
  test.each(grounds)('edges of inputs and focus rings stand out of %s (3:1)', (ground) => {
    expect(contrast(of('edge'), of(ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(of('accent-text'), of(ground))).toBeGreaterThanOrEqual(3)
  })
})
