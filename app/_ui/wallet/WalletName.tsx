import { Hash } from '#app/_ui/base/Hash.tsx'

type Props = {
  /** The wallet's checked ENS name, where it has one. */
  name?: string | undefined
  address: string
  head?: number
  tail?: number
}

/** A wallet by its name and its address: a name alone can be taken for another one. */
export function WalletName({ name, address, head = 6, tail = 4 }: Props) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-x-2">
      {name !== undefined && <span className="min-w-0 font-medium wrap-anywhere">{name}</span>}
      <Hash value={address} head={head} tail={tail} />
    </span>
  )
}
