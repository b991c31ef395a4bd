'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** What the browser must know about this installation. */
export type Facts = {
  /** EVM chain ids that a sign-in text may name. */
  evmChains: number[]
  /** CAIP-2 id of the Solana cluster. */
  solanaChain: string
  /** True where test coins are given away: the local stack. */
  faucet: boolean
}

const Context = createContext<Facts>({ evmChains: [1], solanaChain: 'solana:localnet', faucet: false })

export function SiteFacts({ facts, children }: { facts: Facts; children: ReactNode }) {
  return <Context value={facts}>{children}</Context>
}

export const useFacts = (): Facts => useContext(Context)
