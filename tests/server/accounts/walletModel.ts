type Held = { address: string; since: number }
type Account = { wallets: Held[]; primary: string; changes: Change[] }
type Change = {
  kind: 'remove' | 'primary'
  wallet: string
  by: string
  voter: boolean
  at: number
  due: number
  state: 'open' | 'ended'
  votes: Map<string, boolean>
}

const day = 86_400_000

/** Accounts and wallets in plain maps, by the rules as the room's README tells them: written apart from the code that it is compared with. */
export class WalletModel {
  readonly #accounts: Account[] = []
  readonly #changes: { account: Account; change: Change }[] = []
  readonly #known: ReadonlySet<string>

  constructor(known: readonly string[]) {
    this.#known = new Set(known)
  }

  accountOf(wallet: string): Account | undefined {
    return this.#accounts.find(({ wallets }) => wallets.some(({ address }) => address === wallet))
  }

  /** Wallets by account, the primary one first, then by address. */
  groups(): string[][] {
    const lists = this.#accounts
      .filter(({ wallets }) => wallets.length > 0)
      .map(({ primary, wallets }) => [
        primary,
        ...wallets
          .map(({ address }) => address)
          .filter((address) => address !== primary)
          .toSorted(),
      ])
    return lists.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  }

  signUp(wallet: string, now: number) {
    if (!this.#known.has(wallet)) throw new Error('not a wallet of this run')
    if (!this.accountOf(wallet)) this.#accounts.push({ wallets: [{ address: wallet, since: now }], primary: wallet, changes: [] })
  }

  link(who: string, whom: string, now: number): 'done' | 'refused' {
    const account = this.accountOf(who)
    if (!account || this.accountOf(whom)) return 'refused'
    account.wallets.push({ address: whom, since: now })
    return 'done'
  }

  /** The number of the change, or null when it is refused. */
  announce(kind: 'remove' | 'primary', { who, whom }: { who: string; whom: string }, now: number): number | null {
    const account = this.accountOf(who)
    if (!account || this.accountOf(whom) !== account) return null
    if (kind === 'remove' && account.wallets.length === 1) return null
    if (kind === 'primary' && account.primary === whom) return null
    const own = kind === 'remove' ? who === whom : who === account.primary
    if (!own && account.changes.some((one) => one.state === 'open' && one.kind === kind && one.wallet === whom)) return null
    const change: Change = {
      ...{ kind, wallet: whom, by: who, voter: this.#votes(account, who, now), at: now, state: 'open' },
      ...{ due: now + 7 * day, votes: new Map([[who, true]]) },
    }
    account.changes.push(change)
    this.#changes.push({ account, change })
    if (own) this.#carryOut(account, change)
    return this.#changes.length - 1
  }

  vote(number: number, { who, agrees }: { who: string; agrees: boolean }): 'done' | 'refused' {
    const { account, change } = this.#changes[number] ?? {}
    if (!account || !change || this.accountOf(who) !== account || change.state !== 'open') return 'refused'
    change.votes.set(who, agrees)
    if (!agrees && who === change.by) change.state = 'ended'
    return 'done'
  }

  pass(now: number) {
    const due = this.#changes
      .filter(({ change }) => change.state === 'open' && change.due <= now)
      .toSorted((a, b) => a.change.due - b.change.due)
    for (const { account, change } of due) {
      if (change.state !== 'open') continue
      const here = (wallet: string) => account.wallets.some(({ address }) => address === wallet)
      const possible = here(change.wallet) && (change.kind === 'primary' || account.wallets.length > 1)
      const loser = change.kind === 'remove' ? change.wallet : account.primary
      const counts = (wallet: string, agrees: boolean) => (!agrees && wallet === loser) || this.#votes(account, wallet, change.at)
      const [yes, no] = [true, false].map(
        (side) => [...change.votes].filter(([wallet, agrees]) => agrees === side && counts(wallet, agrees)).length,
      )
      if (possible && ((no ?? 0) === 0 || ((yes ?? 0) >= 2 && (yes ?? 0) > (no ?? 0)))) this.#carryOut(account, change)
      change.state = 'ended'
    }
  }

  merge(who: string, whom: string, now: number): 'done' | 'refused' {
    const [into, from] = [this.accountOf(who), this.accountOf(whom)]
    if (!into || !from || into === from) return 'refused'
    into.wallets.push(...from.wallets.map(({ address }) => ({ address, since: now })))
    from.wallets = []
    for (const change of from.changes) change.state = 'ended'
    return 'done'
  }

  #votes(account: Account, wallet: string, at: number): boolean {
    const held = account.wallets.find(({ address }) => address === wallet)
    if (!held) return false
    const [longest] = account.wallets.toSorted((a, b) => a.since - b.since || (a.address < b.address ? -1 : 1))
    if (longest === held) return true
    const from = held.since + 30 * day
    return (
      from <= at &&
      !account.changes.some((one) => one.kind === 'remove' && one.wallet === wallet && one.by !== wallet && one.voter && one.at < from)
    )
  }

  #carryOut(account: Account, change: Change) {
    change.state = 'ended'
    if (change.kind === 'primary') {
      account.primary = change.wallet
    } else {
      account.wallets = account.wallets.filter(({ address }) => address !== change.wallet)
      const [longest] = account.wallets.toSorted((a, b) => a.since - b.since || (a.address < b.address ? -1 : 1))
      const heir = account.wallets.find(({ address }) => address === change.by) ?? longest
      if (account.primary === change.wallet && heir) account.primary = heir.address
    }
    for (const other of account.changes)
      if (other.state === 'open' && other.wallet === change.wallet && (change.kind === 'remove' || other.kind === 'primary'))
        other.state = 'ended'
  }
}
