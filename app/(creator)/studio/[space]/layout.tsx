import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { whoAmI } from '#app/_data/site.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { SignedOut } from '#app/_ui/SignedOut.tsx'
import { SpaceNav } from './_parts/SpaceNav.tsx'

type Props = { params: Promise<{ space: string }>; children: ReactNode }

/** A space from the inside: its name and its places above each of its pages, for those who work there. */
export default async function SpaceLayout({ params, children }: Props) {
  const [{ space: slug }, t, me] = await Promise.all([params, getTranslations('studio'), whoAmI()])
  if (!me) return <SignedOut title={t('signedOutTitle')} text={t('signedOutText')} />
  const space = await spaceOf(slug)
  if (!space) notFound()
  return (
    <>
      <SpaceNav space={space} />
      {children}
    </>
  )
}
