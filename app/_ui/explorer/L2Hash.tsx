import { getTranslations } from 'next-intl/server'
import { l2Facts } from '#app/_data/explorer.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

type Props = { value: string; kind?: 'tx' | 'address'; head?: number; tail?: number }

/** A hash or address of L2, to be copied; beside it its page on a public explorer of that chain, where one is known. */
export async function L2Hash({ value, kind = 'tx', head = 8, tail = 6 }: Props) {
  const [{ pages }, t] = await Promise.all([l2Facts(), getTranslations('explorer')])
  const hash = <Hash value={value} head={head} tail={tail} />
  if (pages === null) return hash
  const name = t('lookUp', { name: pages.name })
  return (
    <span className="inline-flex items-center gap-1">
      {hash}
      <a
        href={pages[kind].replace(`{${kind}}`, value)}
        rel="noreferrer"
        title={name}
        aria-label={name}
        className="grid size-6 place-items-center rounded text-faint hover:bg-sunken hover:text-ink"
      >
        <Icon name="out" className="size-3.5" />
      </a>
    </span>
  )
}
