import Link from 'next/link'
import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'
import { isLocale, localePath } from '#app/_ui/locale.ts'

type Props = Omit<ComponentProps<typeof Link>, 'href'> & { href: string }

/** A link inside the site that stays in the reader's language. Its page is fetched ahead on a sign of interest (`FetchAhead`). */
export function SiteLink({ href, ...rest }: Props) {
  const locale = useLocale()
  return <Link href={localePath(isLocale(locale) ? locale : 'en', href)} prefetch={false} data-site="" {...rest} />
}
