import { useTranslations } from 'next-intl'
import { Tag } from '#app/_ui/base/Tag.tsx'

/** Says that an account is in a cluster that looks like one person's. It is shown and takes nothing away. */
export function ClusterTag({ flag }: { flag: 'watch' | 'flagged' }) {
  const t = useTranslations('reputation.cluster')
  return <Tag tone={flag === 'flagged' ? 'bad' : 'plain'}>{t(flag)}</Tag>
}
