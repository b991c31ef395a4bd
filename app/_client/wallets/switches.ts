import { getWallets } from '@wallet-standard/app'
import type { Wallet } from '@wallet-standard/base'
import type { StandardEventsFeature } from '@wallet-standard/features'

/*
 * Listens to accounts being switched in wallets that this site was connected to before. Nothing is asked of a wallet here: it tells by itself, and only
 * sites that its owner let in.
 */

type Listener = (accounts: unknown) => void
type Provider = { on?(event: string, listener: Listener): void; removeListener?(event: string, listener: Listener): void }

/** Calls back with the wallet id of the account that a wallet shows now; returns the way to stop. */
export function watchSwitches(onSwitch: (wallet: string) => void): () => void {
  const stops = [watchEvm(onSwitch), watchSolana(onSwitch)]
  return () => {
    for (const stop of stops) stop()
  }
}

function watchEvm(onSwitch: (wallet: string) => void): () => void {
  const onAccounts = (accounts: unknown) => {
    const [first] = Array.isArray(accounts) ? accounts : []
    if (typeof first === 'string' && /^0x[0-9a-fA-F]{40}$/.test(first)) onSwitch(`eip155:${first.toLowerCase()}`)
  }
  const heard = new Set<Provider>()
  const onAnnounce = (event: Event) => {
    const provider = (event as CustomEvent<{ provider?: Provider } | null>).detail?.provider
    if (!provider || heard.has(provider)) return
    heard.add(provider)
    provider.on?.('accountsChanged', onAccounts)
  }
  window.addEventListener('eip6963:announceProvider', onAnnounce)
  window.dispatchEvent(new Event('eip6963:requestProvider'))
  return () => {
    window.removeEventListener('eip6963:announceProvider', onAnnounce)
    for (const provider of heard) provider.removeListener?.('accountsChanged', onAccounts)
  }
}

function watchSolana(onSwitch: (wallet: string) => void): () => void {
  const stops = new Map<Wallet, () => void>()
  const listen = (wallet: Wallet) => {
    const events = (wallet.features as Partial<StandardEventsFeature>)['standard:events']
    if (!events || stops.has(wallet) || !wallet.chains.some((chain) => chain.startsWith('solana:'))) return
    const stop = events.on('change', ({ accounts }) => {
      const address = accounts?.[0]?.address
      if (address) onSwitch(`solana:${address}`)
    })
    stops.set(wallet, stop)
  }
  const { get, on } = getWallets()
  for (const wallet of get()) listen(wallet)
  const stop = on('register', (...registered) => {
    for (const wallet of registered) listen(wallet)
  })
  return () => {
    stop()
    for (const each of stops.values()) each()
  }
}
