'use client'

import { createContext } from 'react'
import type { ListView, RuleKind } from '#app/_data/views.ts'

/** What rules are written with here: the kinds of checks, the chains that are read, and the space's lists. */
export type Facts = {
  kinds: readonly RuleKind[]
  chains: readonly { id: string; name: string }[]
  /** Those of the space that the rule is written for; none where no space is known. */
  lists?: readonly ListView[]
}

export const RuleFacts = createContext<Facts>({ kinds: [], chains: [] })
