import { formatEther } from 'viem'
import type { Standing } from '#server/rollup/escape/slotClient.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { date, mayFreeze, type Outcome } from './leave.ts'

/** How the slot stands, for people. */
export function standingLines(rollup: Hex, chainId: number, standing: Standing): string[] {
  const { frozen, final, waiting } = standing
  const head = `slot ${rollup} on chain ${chainId}, last final batch ${final.number}`
  if (frozen) return [head, 'frozen: what is not final is void, and everyone leaves by proof']
  if (waiting === null) return [head, 'not frozen: no inbox item waits']
  const when = mayFreeze(standing) ? 'anyone may freeze it now' : `anyone may freeze it after ${date(waiting.freezableAfter)}`
  return [head, `not frozen: inbox item ${waiting.index} waits since ${date(waiting.queuedAt)}; ${when}`]
}

const marks = { open: '·', out: '✓', sent: '✓', failed: '✗' } as const

/** One exit and what became of it. */
export function exitLine({ exit, state, hash, error }: Outcome): string {
  const sums = exit.sums
    .map(({ token, amount }) => (token === 0 ? `${formatEther(amount)} ETH` : `${amount} of token ${token}`))
    .join(' and ')
  const note = { open: error?.message ?? 'can be taken out', out: 'is out already', sent: hash ?? '', failed: error?.message ?? '' }[state]
  return `${marks[state]} ${exit.kind.padEnd(10)} ${exit.name.padEnd(22)} ${sums} → ${exit.to ?? 'nobody yet'}  ${note}`
}

/** The same for programs; amounts in the smallest unit, as decimal strings. */
export function outcomeJson(rollup: Hex, chainId: number, standing: Standing, outcomes: readonly Outcome[]) {
  const exits = outcomes.map(({ exit, state, hash, error }) => ({
    ...{ kind: exit.kind, name: exit.name, account: exit.account },
    sums: exit.sums.map(({ token, amount }) => ({ token, amount: String(amount) })),
    ...{ to: exit.to, state, hash },
    error: error && { code: error.code, message: error.message, ...(error.meta.text === undefined ? {} : { text: error.meta.text }) },
  }))
  return { rollup, chainId, ...standing, freezable: mayFreeze(standing), exits }
}
