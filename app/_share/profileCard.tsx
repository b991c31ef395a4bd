import type { Drawing } from './cairnMarkup.ts'
import { Brand, cardSize, ink, Picture, sizeFor } from './cardParts.tsx'
import type { CardOptions } from './credentialCard.tsx'
import { cutText } from './cutText.ts'
import type { ShareTexts } from './shareTexts.ts'

/** A member as the card shows them. `joinedAt`: ISO 8601. */
export type ShownMember = { name: string; cubes: number; points: number; joinedAt: string; cairn: Drawing }

const quiet = '#b4bac1'
const nameSizes = [86, 72, 60, 52, 44] as const

const since = ({ joinedAt }: ShownMember, { t, format }: ShareTexts) =>
  t('since', { date: format.dateTime(new Date(joinedAt), { dateStyle: 'long' }) })

/** All texts of the card, for whoever looks for the fonts. */
export const wordsOfProfile = (member: ShownMember, texts: ShareTexts, host: string): string[] => [
  member.name,
  since(member, texts),
  texts.t('cubes', { count: member.cubes }),
  texts.t('pointsName', { count: member.points }),
  `0123456789,. Cairn ${host} …`,
]

/** A member's cairn as a link preview. */
export function ProfileCard({ member, texts, options }: { member: ShownMember; texts: ShareTexts; options: CardOptions }) {
  const { shown, host } = options
  const name = cutText(shown(member.name) || '…', 22)
  const fontSize = sizeFor(name, { width: 510, lines: 1, sizes: nameSizes })
  const number = (value: number, words: string) => (
    <div style={{ display: 'flex', flexDirection: 'column', marginRight: 56 }}>
      <div style={{ fontSize: 64, fontWeight: 600, letterSpacing: '-0.03em', lineHeight: 1.1 }}>{texts.format.number(value)}</div>
      <div style={{ fontSize: 27, color: quiet }}>{shown(words)}</div>
    </div>
  )
  return (
    <div
      style={{
        ...cardSize,
        display: 'flex',
        color: ink,
        fontFamily: 'Geist',
        backgroundColor: '#101316',
        backgroundImage: 'radial-gradient(circle at 74% 56%, #343b42 0%, #101316 62%)',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', width: 590, padding: '60px 0 56px 68px' }}>
        <Brand />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div
            style={{
              fontSize,
              fontWeight: 600,
              lineHeight: 1.1,
              letterSpacing: '-0.035em',
              wordBreak: 'break-word',
              maxHeight: fontSize * 1.1 * 2 + 4,
              overflow: 'hidden',
            }}
          >
            {name}
          </div>
          <div style={{ display: 'flex', marginTop: 40 }}>
            {number(member.cubes, texts.t('cubes', { count: member.cubes }))}
            {number(member.points, texts.t('pointsName', { count: member.points }))}
          </div>
        </div>
        <div style={{ display: 'flex', fontSize: 25, color: quiet }}>{shown(since(member, texts))}</div>
      </div>
      <div style={{ display: 'flex', alignItems: 'flex-end', justifyContent: 'center', width: 570, paddingBottom: 96, paddingTop: 52 }}>
        <Picture drawing={member.cairn} width={530} height={472} />
      </div>
      <div style={{ position: 'absolute', display: 'flex', right: 68, bottom: 50, fontSize: 24, color: quiet }}>
        {cutText(shown(host), 24)}
      </div>
    </div>
  )
}
