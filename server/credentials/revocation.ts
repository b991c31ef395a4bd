/** Why a credential is taken back (`multiple`: one person with several accounts; `request`: the holder asked). The order is the number that the slot keeps with its leaf, from 1 on: only append. */
export const revocationReasons = ['mistake', 'multiple', 'cheated', 'request', 'other'] as const
export type RevocationReason = (typeof revocationReasons)[number]

export const revocationNumber = (reason: RevocationReason): number => revocationReasons.indexOf(reason) + 1

/** What the number in a leaf stands for; null for one that is none of ours: issuers may write any. */
export const revocationReason = (number: number): RevocationReason | null => revocationReasons[number - 1] ?? null
