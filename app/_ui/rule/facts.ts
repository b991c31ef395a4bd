'use client'

import { createContext } from 'react'
import type { RuleKind } from '#app/_data/views.ts'

/** What rules are written with here: the kinds of checks, and the chains that are read. */
export type Facts = { kinds: readonly RuleKind[]; chains: readonly { id: string; name: string }[] }

export const RuleFacts = createContext<Facts>({ kinds: [], chains: [] })
