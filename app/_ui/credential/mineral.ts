import { between, type Stream } from './seed.ts'

export const categories = ['defi', 'nft', 'identity', 'learn', 'social', 'infrastructure'] as const
export type Category = (typeof categories)[number]

/** OKLCH: perceptual lightness 0..1, chroma, hue in degrees. */
export type Oklch = { l: number; c: number; h: number }

/** Each category is a mineral; `vein` is the seam that crosses a few of its stones. */
const minerals: Record<Category, { body: Oklch; vein: Oklch }> = {
  defi: { body: { l: 0.72, c: 0.075, h: 168 }, vein: { l: 0.9, c: 0.05, h: 130 } },
  nft: { body: { l: 0.74, c: 0.085, h: 358 }, vein: { l: 0.92, c: 0.035, h: 20 } },
  identity: { body: { l: 0.68, c: 0.075, h: 252 }, vein: { l: 0.9, c: 0.03, h: 230 } },
  learn: { body: { l: 0.8, c: 0.085, h: 74 }, vein: { l: 0.94, c: 0.05, h: 95 } },
  social: { body: { l: 0.68, c: 0.115, h: 38 }, vein: { l: 0.89, c: 0.06, h: 65 } },
  infrastructure: { body: { l: 0.6, c: 0.012, h: 255 }, vein: { l: 0.86, c: 0.02, h: 240 } },
}

export type Face = 'top' | 'left' | 'right'

/** Low sun from the upper left: the top is lit, the right face is in cool shade. */
const light: Record<Face, { gain: number; cool: number }> = {
  top: { gain: 1.06, cool: 0 },
  left: { gain: 0.86, cool: 4 },
  right: { gain: 0.64, cool: 10 },
}

export const isCategory = (text: string): text is Category => (categories as readonly string[]).includes(text)

/** Tones of one stone: layers of the body with a seam between them. */
export function tonesOf(category: Category, next: Stream, count: number): Oklch[] {
  const { body, vein } = minerals[category]
  const turn = between(next, -14, 14)
  const seam = next() < 0.8 ? 1 + Math.floor(next() * (count - 2)) : -1
  return Array.from({ length: count }, (_, i) => {
    if (i === seam) return vein
    const l = body.l + (i % 2 === 0 ? -1 : 1) * between(next, 0.02, 0.07) - 0.05 * (1 - i / count)
    return { l, c: body.c * between(next, 0.75, 1.2), h: body.h + turn + between(next, -6, 6) }
  })
}

/** What surrounds a stone of the mineral in a picture: its colour, deep in the shade, and where light falls behind the stone. */
export function shadeOf(category: Category): { ground: string; halo: string; quiet: string } {
  const { h, c } = minerals[category].body
  return {
    ground: hexOf({ l: 0.185, c: Math.min(0.03, c), h }),
    halo: hexOf({ l: 0.33, c: Math.min(0.055, c), h }),
    quiet: hexOf({ l: 0.79, c: Math.min(0.03, c), h }),
  }
}

export function veinOf(category: Category): Oklch {
  return minerals[category].vein
}

export const gold: Oklch = { l: 0.84, c: 0.135, h: 84 }

/** The grains that glitter in the stone: pyrite in sodalite, mica elsewhere. */
export const grainOf = (category: Category): Oklch => (category === 'identity' ? { ...gold, c: 0.1 } : veinOf(category))

/** The tone as it looks on one face, as sRGB hex, so that the picture is the same in every renderer. */
export function lit(tone: Oklch, face: Face): string {
  const { gain, cool } = light[face]
  return hexOf({ l: Math.min(0.98, tone.l * gain), c: tone.c * (face === 'right' ? 0.9 : 1), h: tone.h + cool })
}

/** Metal throws light back where stone lies in the shade. */
export function gilt(tone: Oklch, face: Face): string {
  return hexOf({ ...tone, l: tone.l * { top: 1, left: 0.96, right: 0.84 }[face] })
}

/** OKLCH to sRGB hex (CSS Color 4, section 9), clipped to the gamut. */
export function hexOf({ l, c, h }: Oklch): string {
  const angle = (h * Math.PI) / 180
  const a = c * Math.cos(angle)
  const b = c * Math.sin(angle)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  return `#${channels.map((x) => byteOf(x).toString(16).padStart(2, '0')).join('')}`
}

function byteOf(linear: number): number {
  const x = Math.min(1, Math.max(0, linear))
  const gamma = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055
  return Math.round(gamma * 255)
}
