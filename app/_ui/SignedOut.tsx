import { Empty } from './base/Empty.tsx'
import { ConnectButton } from './wallet/ConnectButton.tsx'

/** All that a member's page says to who is not signed in: what is there, and the way in. */
export function SignedOut({ title, text }: { title: string; text: string }) {
  return (
    <div className="page pt-16">
      <Empty level={1} title={title} action={<ConnectButton />}>
        {text}
      </Empty>
    </div>
  )
}
