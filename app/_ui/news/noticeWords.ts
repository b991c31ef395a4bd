import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { NoticeView } from '#app/_data/views.ts'
import { shorten } from '#app/_ui/base/shorten.ts'
import { say } from '#app/_ui/say.ts'
import type { FaceName } from '#app/_ui/search/facePaths.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { deviceName } from '#app/(member)/me/_parts/deviceName.ts'
import { saySum } from './saySum.ts'

/** Where a notice leads. */
export function noticeHref({ kind, facts, quest }: Pick<NoticeView, 'kind' | 'facts' | 'quest'>): string {
  if ((kind === 'cube.final' || kind === 'cube.revoked') && facts.credential !== undefined)
    return `/explorer/credentials/${facts.credential}`
  if (kind === 'space.invited') return '/studio'
  if (facts.space !== undefined) return `/studio/${facts.space}/settings`
  if (quest) return `/quests/${quest.slug}`
  return isSafety(kind) ? '/me' : '/me/rewards'
}

const isSafety = (kind: NoticeView['kind']) => /^(?:wallet|account|session)\./.test(kind)

/** Its picture, where it is not about a quest's stone. */
export function noticeIcon({ kind }: Pick<NoticeView, 'kind'>): FaceName {
  if (kind === 'wallet.announced' || kind === 'move.refused' || kind === 'space.delisted') return 'warning'
  if (kind.startsWith('space.')) return 'bell'
  if (kind === 'session.new') return 'shield'
  return isSafety(kind) ? 'link' : 'coin'
}

const isRole = (role: string | undefined) => role === 'admin' || role === 'editor' || role === 'reviewer' || role === 'analyst'

/** Puts a notice into a sentence, in the reader's language. */
export function useNoticeWords(): (notice: NoticeView) => string {
  const t = useTranslations('news')
  const tMe = useTranslations('me')
  const tRole = useTranslations('news.role')
  const locale = useLocale()
  const format = useFormatter()
  return ({ kind, facts, sum, quest }) => {
    const device = deviceName(facts.userAgent ?? '')
    const values = {
      quest: quest ? say(quest.title, locale) : '',
      sum: (sum && saySum(sum, locale)) ?? t('someMoney'),
      wallet: shorten(walletAddress(facts.wallet ?? ''), 6, 4),
      by: shorten(walletAddress(facts.by ?? ''), 6, 4),
      change: facts.change ?? 'remove',
      reason: facts.reason ?? '',
      left: facts.left ?? 0,
      date: facts.effectiveAt === undefined ? '' : format.dateTime(new Date(facts.effectiveAt), { dateStyle: 'long' }),
      address: shorten(facts.address ?? '', 6, 4),
      subject: quest ? say(quest.title, locale) : (facts.spaceName ?? ''),
      role: isRole(facts.role) ? tRole(facts.role) : '',
      device: device ? tMe('device', device) : tMe('unknownDevice'),
    }
    if (kind === 'withdrawal.paid' && facts.reason === 'refund') return t('told.withdrawal.refunded', values)
    if (kind === 'space.delisted' && facts.reason === 'held') return t('told.space.held', values)
    if (kind === 'space.answered' && facts.reason === 'stays') return t('told.space.stays', values)
    return t(`told.${kind}`, values)
  }
}
