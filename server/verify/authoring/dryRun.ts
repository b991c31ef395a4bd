import type { RuleContext } from '../context.ts'
import type { Rule } from '../rule.ts'
import { type Verified, verifyRule } from '../run.ts'

/** Up to so many addresses are tried together: as many as a member may link. */
export const mostWallets = 20

/** Whom a rule is tried on: wallet ids, and more of a member who tries it on themselves. */
export type DryRun = Pick<RuleContext, 'wallets' | 'questStart' | 'questEnd' | 'handle' | 'space' | 'documents' | 'captured'> & {
  accountId?: string
}

/** The verdict that these addresses would get now, with its whole trace, as if they joined at the quest's start. Nothing is kept. */
export function dryRun(
  deps: Parameters<typeof verifyRule>[0],
  rule: Rule,
  { wallets, accountId = '', ...given }: DryRun,
): Promise<Verified> {
  const context: RuleContext = {
    ...given,
    accountId,
    wallets: wallets.slice(0, mostWallets),
    joinedAt: given.questStart,
    version: 0,
  }
  return verifyRule(deps, rule, { context })
}
