import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { walletAddress } from './walletWords.ts'

/** What a member goes by, a handle or a wallet id, as it is read. */
export const shownName = (name: string): string => (name.includes(':') ? shorten(walletAddress(name), 6, 4) : name)

/** A member as others are named: the handle, else the two ends of the primary wallet; leads to the member's page. */
export function MemberName({ name, className = '' }: { name: string; className?: string }) {
  const isWallet = name.includes(':')
  return (
    <SiteLink
      href={`/people/${name}`}
      title={isWallet ? walletAddress(name) : undefined}
      className={`underline-offset-4 hover:underline ${isWallet ? 'font-mono text-[0.9em]' : ''} ${className}`}
    >
      {shownName(name)}
    </SiteLink>
  )
}
