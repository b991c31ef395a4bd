import { createElement } from 'react'
import type { Drawing } from './cairnMarkup.ts'
import { widthOf } from './cutText.ts'

/** The size that link previews are shown at. Pixels. */
export const cardSize = { width: 1200, height: 630 } as const

export const ink = '#f4f6f7'

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><path d="M32 6l11 6.4v11L32 30l-11-6.6v-11z" fill="#f5b13c"/><path d="M32 17.6l11-5.2v11L32 30z" fill="#000" opacity=".22"/><path d="M19 28l12 7v14l-12 7-12-7V35z" fill="#f4f6f7"/><path d="M19 42l12-7v14l-12 7z" fill="#000" opacity=".3"/><path d="M45 28l12 7v14l-12 7-12-7V35z" fill="#f4f6f7"/><path d="M45 42l12-7v14l-12 7z" fill="#000" opacity=".3"/></svg>'

/** A drawing within these many pixels, in its own proportion. */
export function Picture({ drawing, width, height }: { drawing: Drawing; width: number; height: number }) {
  const scale = Math.min(width / drawing.width, height / drawing.height)
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing.svg).toString('base64')}`
  const size = { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) }
  // Laid out into a picture, where no page's own image element exists.
  return createElement('img', { src: source, alt: '', ...size })
}

export function Brand({ size = 30 }: { size?: number }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 14, fontSize: size, fontWeight: 600, letterSpacing: '-0.02em' }}>
      <Picture drawing={{ svg: mark, width: 64, height: 64 }} width={size * 1.5} height={size * 1.5} />
      <div>Cairn</div>
    </div>
  )
}

/** The largest of these sizes at which a text fits into so many lines of so many pixels. */
export function sizeFor(
  text: string,
  { width, lines, sizes }: { width: number; lines: number; sizes: readonly [number, ...number[]] },
): number {
  // The estimate is a wide one; but a line breaks before the word that no longer fits, and a part of it stays empty.
  const usable = lines === 1 ? 1.08 * width : 0.96 * width * lines
  return sizes.find((size) => widthOf(text) * size <= usable) ?? sizes.at(-1) ?? sizes[0]
}
