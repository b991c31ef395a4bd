import { type Exit, freezeCall, type LeavingDeps } from '#server/rollup/escape/leaving.ts'
import { type SendDeps, sendCall } from '#server/rollup/escape/sendClient.ts'
import { readStanding, type Standing } from '#server/rollup/escape/slotClient.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError, toCairnError } from '#server/shared/errors.ts'

/** What became of one exit. `open`: could be sent; `out`: paid before; `sent`: paid now; `failed`: `error` says why. */
export type Outcome = { exit: Exit; state: 'open' | 'out' | 'sent' | 'failed'; hash: Hex | null; error: CairnError | null }

/** Freezes the slot when that is due. Throws `escape.not-frozen` with the time from which anyone may. */
export async function freeze({ client, slot }: LeavingDeps, standing: Standing, sender: SendDeps): Promise<Standing> {
  if (!mayFreeze(standing)) throw notFrozen(standing)
  await sendCall(sender, freezeCall(slot))
  return readStanding(client, slot)
}

export const mayFreeze = ({ frozen, waiting, now }: Standing): boolean => !frozen && waiting !== null && now > waiting.freezableAfter

export function notFrozen(standing: Standing): CairnError {
  return new CairnError('escape.not-frozen', `The slot is not frozen: ${whyNot(standing)}`, {
    meta: { field: 'frozen', found: false, ...(standing.waiting ?? {}) },
  })
}

function whyNot({ waiting, now }: Standing): string {
  if (waiting === null) return 'final batches took every inbox item, so nothing waits. Withdraw as usual, or queue a forced withdrawal.'
  const since = `inbox item ${waiting.index} waits since ${date(waiting.queuedAt)}`
  return now > waiting.freezableAfter
    ? `${since}; anyone may freeze it now with --freeze.`
    : `${since}; anyone may freeze it after ${date(waiting.freezableAfter)} if no final batch takes the item before.`
}

export const date = (seconds: number) => new Date(seconds * 1000).toISOString()

/** Sends what is not out yet, one after another; one that fails does not keep the others back. */
export async function* leave(exits: readonly Exit[], sender: SendDeps | null): AsyncGenerator<Outcome> {
  for (const exit of exits) {
    const outcome: Outcome = { exit, state: exit.done ? 'out' : 'open', hash: null, error: exit.done ? null : exit.problem }
    if (sender === null || exit.done) yield outcome
    else yield await sendOne(outcome, sender)
  }
}

async function sendOne(outcome: Outcome, sender: SendDeps): Promise<Outcome> {
  try {
    const hash = await sendCall(sender, await outcome.exit.call())
    return { ...outcome, state: hash === null ? 'out' : 'sent', hash, error: null }
  } catch (error) {
    return { ...outcome, state: 'failed', error: toCairnError(error) }
  }
}
