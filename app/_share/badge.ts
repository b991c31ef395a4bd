import { cubeMarkup } from '#app/_ui/credential/cubeMarkup.ts'
import { cubeBox } from '#app/_ui/credential/geometry.ts'
import { cutText, widthOf } from './cutText.ts'
import { escapeMarkup } from './markup.ts'
import type { ShareTexts } from './shareTexts.ts'
import type { ShownCredential } from './shown.ts'

/** Of the badge alone: it is shown where none of our style sheets is. */
export const badgeStyle = [
  '.ground{fill:#fcfdfd;stroke:#d8dce0}.title{fill:#181c20}.line{fill:#59616a}.good{fill:#1f6b46}.bad{fill:#b3261e}',
  '@media(prefers-color-scheme:dark){.ground{fill:#191c1f;stroke:#3a3f45}.title{fill:#f0f2f3}.line{fill:#b3b9bf}.good{fill:#7fd3a4}.bad{fill:#ff9a8f}}',
].join('')

const fonts = "ui-sans-serif,system-ui,'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP',sans-serif"
const size = { height: 64, title: 15, line: 12.5, text: 70 } as const
const mostEms = 20

/** The credential as one small SVG: for `<img>` on any site, without script, font or request. */
export function badgeSvg(shown: ShownCredential, { t }: ShareTexts): string {
  const title = cutText(shown.title, mostEms)
  const rest = [shown.serial, t('by', { holder: cutText(shown.holder, 12) })].filter((part) => part !== null).join(' · ')
  const line = ` · ${rest}`
  const width = Math.ceil(size.text + 18 + Math.max(widthOf(title) * size.title, widthOf(shown.stands + line) * size.line, 110))
  const tone = shown.standing === 'final' ? 'good' : shown.standing === 'revoked' || shown.standing === 'expired' ? 'bad' : 'line'
  const words = escapeMarkup(`${cutText(shown.title, 90)} · ${shown.stands}${line}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${size.height}" viewBox="0 0 ${width} ${size.height}" role="img" aria-label="${words}">`,
    `<title>${words}</title><style>${badgeStyle}</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${size.height - 1}" rx="12"/>`,
    `<svg x="12" y="7" width="43.4" height="50" viewBox="${cubeBox.x} ${cubeBox.y} ${cubeBox.width} ${cubeBox.height}">${cubeMarkup(shown.art)}</svg>`,
    // Whatever the reader's face is like: nothing is drawn beyond the edge.
    `<svg x="${size.text}" width="${width - size.text - 10}" height="${size.height}"><g font-family="${escapeMarkup(fonts)}">`,
    `<text class="title" y="28" font-size="${size.title}" font-weight="600">${escapeMarkup(title)}</text>`,
    `<text y="47" font-size="${size.line}"><tspan class="${tone}" font-weight="600">${escapeMarkup(shown.stands)}</tspan>`,
    `<tspan class="line">${escapeMarkup(line)}</tspan></text></g></svg></svg>`,
  ].join('')
}
