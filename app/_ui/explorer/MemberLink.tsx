import { useTranslations } from 'next-intl'
import type { SlotMember } from '#app/_data/explorer.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'

export const quietLink = 'underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent'

/** Who is behind a slot account, by the shortest name that is known. */
export function useMemberName(): (member: SlotMember | null) => string {
  const t = useTranslations('tx')
  return (member) => {
    if (member === null) return t('newAccount')
    if (member.handle !== null) return member.handle
    if (member.wallet !== null) return shorten(walletAddress(member.wallet), 6, 4)
    return t('accountNumber', { index: String(member.index) })
  }
}

/** The name, leading to the member's page when there is one; with `numbered` the slot account's number after it. */
export function MemberLink({ member, numbered = false }: { member: SlotMember; numbered?: boolean }) {
  const nameOf = useMemberName()
  const name = nameOf(member)
  const page = member.member ? (member.handle ?? member.wallet) : null
  return (
    <span className="whitespace-nowrap">
      {page === null ? (
        name
      ) : (
        <SiteLink href={`/people/${encodeURIComponent(page)}`} className={quietLink}>
          {name}
        </SiteLink>
      )}
      {numbered && member.index !== null && (member.handle ?? member.wallet) !== null && (
        <span className="ml-1.5 font-normal text-faint">#{member.index}</span>
      )}
    </span>
  )
}
