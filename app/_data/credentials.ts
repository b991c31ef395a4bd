import { cache } from 'react'
import { caller } from './caller.ts'
import { orNull } from './orNull.ts'

/** All that a credential says in public, by its leaf; null when there is none. */
export const recordByIndex = cache(async (index: number) => orNull((await caller()).explorer.record({ index })))
/** What the lanes did about a batch; null when there is no such batch. */
export const votesOf = cache(async (batch: number) => orNull((await caller()).explorer.votes({ batch })))
