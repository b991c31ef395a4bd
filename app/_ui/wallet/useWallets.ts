'use client'

import { useSyncExternalStore } from 'react'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { listEvmWallets, watchEvmWallets } from '#app/_client/wallets/evmWallets.ts'
import { listSolanaWallets, watchSolanaWallets } from '#app/_client/wallets/solanaWallets.ts'

let known: AnnouncedWallet[] = []

/** The list as one stable value, so that React asks again only when a wallet came or went. */
function snapshot(): AnnouncedWallet[] {
  const now = [...listEvmWallets(), ...listSolanaWallets()]
  const same = now.length === known.length && now.every((wallet, i) => wallet.id === known[i]?.id && wallet.icon === known[i]?.icon)
  if (!same) known = now
  return known
}

function subscribe(onChange: () => void) {
  const stops = [watchEvmWallets(onChange), watchSolanaWallets(onChange)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Wallets installed in this browser, EVM first. */
export const useWallets = (): AnnouncedWallet[] => useSyncExternalStore(subscribe, snapshot, () => known)
