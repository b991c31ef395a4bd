import type { RuleContext } from '../context.ts'
import type { Rule } from '../rule.ts'
import { type EvidenceReader, type Verified, verifyRule } from '../run.ts'

/** Up to so many addresses are tried together: as many as a member may link. */
export const mostWallets = 20

export type DryRun = { wallets: readonly string[]; questStart: string; questEnd?: string }

/** The verdict that these addresses would get now, with its whole trace, as if they joined at the quest's start. Nothing is kept. */
export function dryRun(deps: { evidence: EvidenceReader }, rule: Rule, { wallets, questStart, questEnd }: DryRun): Promise<Verified> {
  const context: RuleContext = {
    accountId: 'dry-run',
    wallets: wallets.slice(0, mostWallets),
    questStart,
    joinedAt: questStart,
    version: 0,
    ...(questEnd === undefined ? {} : { questEnd }),
  }
  return verifyRule(deps, rule, { context })
}
