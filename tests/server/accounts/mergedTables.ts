/**
 * What becomes of a row that names an account when that account is moved into another one. `moved`: nothing names the old account any more. `merged`: what the
 * other account has, too, stays or goes, so that it counts once. `left`: the row goes on naming the old account, for the reason given.
 */
export type Decision = { is: 'moved' } | { is: 'merged'; how: string } | { is: 'left'; why: string }

const moved: Decision = { is: 'moved' }

/** Every column that names an account, as `table.column`. A new one must be decided here. */
export const decisions: Readonly<Record<string, Decision>> = {
  'accounts.merged_into': { is: 'merged', how: 'accounts that were moved before lead to the new one' },
  'wallets.account_id': moved,
  'former_wallets.account_id': {
    is: 'left',
    why: 'says since when the wallets are no longer with the old account; what it knew is copied to the new one',
  },
  'wallet_changes.account_id': { is: 'left', why: 'open ones end as void, the others are the record of what was signed there' },
  'account_merges.from_account': { is: 'left', why: 'the record of the move itself' },
  'account_merges.into_account': { is: 'left', why: 'the record of the move itself' },
  'wallet_links.account_id': { is: 'left', why: 'what was signed names the account as it was' },
  'connections.account_id': { is: 'merged', how: 'one of each service: that of the account that stays counts' },
  'sessions.account_id': { is: 'left', why: 'they end: a JWT names the old account' },
  'credentials.account_id': { is: 'merged', how: 'of a quest that both completed it stays, without XP; what either hid is hidden' },
  'completions.account_id': { is: 'merged', how: 'of a quest that both completed it stays: the place is taken' },
  'participations.account_id': { is: 'merged', how: 'one goes on, with what either handed in; a finished one ends the other' },
  'spaces.owner_id': moved,
  'space_members.account_id': { is: 'merged', how: 'of a space that both work for, the higher role stays' },
  'audit_entries.account_id': { is: 'left', why: 'the log says who did it as it was' },
  'api_keys.account_id': moved,
  'quest_drafts.edited_by': moved,
  'quest_drafts.submitted_by': moved,
  'space_vaults.account_id': moved,
  'referral_links.account_id': {
    is: 'merged',
    how: 'of two links of one role in a space the one of the staying account goes on, for what either brought',
  },
  'referral_payments.account_id': moved,
  'quest_reviews.account_id': { is: 'left', why: 'what was said of a draft names who said it' },
  'quest_arrivals.account_id': { is: 'merged', how: 'the earlier of two arrivals at a quest stays' },
  'revocations.account_id': { is: 'left', why: 'says who asked for it as it was' },
  'space_invitations.invited_by': { is: 'left', why: 'an invitation is the word of the space; it says who wrote it as it was' },
  'platform_roles.account_id': { is: 'merged', how: 'the higher role stays' },
  'platform_reports.account_id': { is: 'merged', how: 'in a case that both reported in, one report stays' },
  'platform_cases.taken_by': moved,
  'platform_cases.resolved_by': { is: 'left', why: 'who decided, as it was' },
  'listing_stops.account_id': { is: 'left', why: 'who decided, as it was' },
  'listing_stops.appealed_by': { is: 'left', why: 'the record of an appeal' },
  'listing_stops.lifted_by': { is: 'left', why: 'who decided, as it was' },
  'featured_quests.account_id': { is: 'left', why: 'who put it in front, as it was' },
  'platform_entries.account_id': { is: 'left', why: 'the log says who did it as it was' },
  'notices.account_id': moved,
  'muted_notices.account_id': { is: 'left', why: 'what the staying account wants to be told of is its own choice' },
  'push_subscriptions.account_id': moved,
  'board_totals.account_id': moved,
  'sybil_members.account_id': { is: 'left', why: 'clusters are found anew from wallets' },
  'wallet_sends.account_id': { is: 'merged', how: 'a transaction that both told of is there once' },
}
