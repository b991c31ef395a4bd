type MarkLook = {
  /** Side in pixels. */
  size: number
  /** Part of the side that stays free around the mark, 0 to 0.5. */
  margin: number
  /** Behind the mark; null = nothing. */
  ground: string | null
}

const stone = '#1b2026'
const lit = '#f0ab2e'

/** The mark as a picture of its own, for icons: the shapes of `Mark.tsx`, with colours that stand outside of the site's themes. */
export function markSvg({ size, margin, ground }: MarkLook): string {
  const side = 64 / (1 - 2 * margin)
  const from = -side * margin
  const behind = ground === null ? '' : `<rect x="${from}" y="${from}" width="${side}" height="${side}" fill="${ground}"/>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${from} ${from} ${side} ${side}">`,
    behind,
    `<path d="M32 6l11 6.4v11L32 30l-11-6.6v-11z" fill="${lit}"/><path d="M32 17.6l11-5.2v11L32 30z" fill="#000" opacity=".22"/>`,
    `<path d="M19 28l12 7v14l-12 7-12-7V35z" fill="${stone}"/><path d="M19 42l12-7v14l-12 7z" fill="#fff" opacity=".25"/>`,
    `<path d="M45 28l12 7v14l-12 7-12-7V35z" fill="${stone}"/><path d="M45 42l12-7v14l-12 7z" fill="#fff" opacity=".25"/>`,
    '</svg>',
  ].join('')
}
