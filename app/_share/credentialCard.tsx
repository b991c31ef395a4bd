import { shadeOf } from '#app/_ui/credential/mineral.ts'
import { stoneDrawing } from './cairnMarkup.ts'
import { Brand, cardSize, ink, Picture, sizeFor } from './cardParts.tsx'
import { cutText } from './cutText.ts'
import type { ShareTexts } from './shareTexts.ts'
import type { ShownCredential } from './shown.ts'

export type CardOptions = {
  /** Host of the site, as people would type it. */
  host: string
  /** A text without what the picture's fonts lack. */
  shown(text: string): string
}

const titleSizes = [78, 66, 56, 48, 42] as const
const tones = { good: '#8fe0b3', bad: '#ff9f94', open: '#f5b94d' } as const

/** All texts of the card, for whoever looks for the fonts. */
export const wordsOfCard = (credential: ShownCredential, texts: ShareTexts, host: string): string[] => [
  credential.title,
  credential.stands,
  factsOf(credential).join(' · '),
  rarityWords(credential, texts),
  texts.t('heldBy'),
  credential.holder,
  `Cairn ${host} …`,
]

const factsOf = ({ serial, points }: ShownCredential) => [serial, points].filter((fact) => fact !== null)

const rarityWords = ({ rarity }: ShownCredential, { rarity: t }: ShareTexts) => (rarity === 'plain' ? '' : t(rarity))

/** The credential as a link preview: its stone in the light, on the shade of its own mineral. */
export function CredentialCard({ credential, texts, options }: { credential: ShownCredential; texts: ShareTexts; options: CardOptions }) {
  const { shown, host } = options
  const shade = shadeOf(credential.category)
  const title = cutText(shown(credential.title) || 'CUBE', 40)
  const fontSize = sizeFor(title, { width: 610, lines: 3, sizes: titleSizes })
  const early = rarityWords(credential, texts)
  const { standing } = credential
  const tone = standing === 'final' ? 'good' : standing === 'revoked' || standing === 'expired' ? 'bad' : 'open'
  return (
    <div
      style={{
        ...cardSize,
        display: 'flex',
        color: ink,
        fontFamily: 'Geist',
        backgroundColor: shade.ground,
        backgroundImage: `radial-gradient(circle at 80% 48%, ${shade.halo} 0%, ${shade.ground} 58%)`,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', width: 700, padding: '60px 0 56px 68px' }}>
        <Brand />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          {early !== '' && <div style={{ fontSize: 25, fontWeight: 600, color: '#f5c667', marginBottom: 14 }}>{shown(early)}</div>}
          <div
            style={{
              fontSize,
              fontWeight: 600,
              lineHeight: 1.14,
              letterSpacing: texts.locale === 'ja' ? '0' : '-0.032em',
              wordBreak: 'break-word',
              maxHeight: fontSize * 1.14 * 3 + 4,
              overflow: 'hidden',
            }}
          >
            {title}
          </div>
          <div style={{ display: 'flex', alignItems: 'baseline', marginTop: 24, fontSize: 29, color: shade.quiet }}>
            <div>{shown(texts.t('heldBy'))}</div>
            <div style={{ marginLeft: 12, fontWeight: 600, color: ink }}>{cutText(shown(credential.holder) || '…', 19)}</div>
          </div>
        </div>
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 26, color: shade.quiet }}>
          <div style={{ display: 'flex', width: 13, height: 13, borderRadius: 13, marginRight: 13, backgroundColor: tones[tone] }} />
          <div style={{ fontWeight: 600, color: tones[tone] }}>{shown(credential.stands)}</div>
          <div style={{ marginLeft: 16 }}>{shown(factsOf(credential).join(' · '))}</div>
        </div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', width: 432 }}>
        <Picture drawing={stoneDrawing(credential.art)} width={432} height={456} />
      </div>
      <div style={{ position: 'absolute', display: 'flex', right: 68, bottom: 56, fontSize: 24, color: shade.quiet }}>
        {cutText(shown(host), 24)}
      </div>
    </div>
  )
}
