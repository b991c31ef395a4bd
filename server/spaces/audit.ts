/** Every act that the audit log of a space knows. */
export const auditActions = [
  'space.made',
  'member.role',
  'member.removed',
  'member.left',
  'space.handed-over',
  'invitation.made',
  'invitation.revoked',
  'invitation.accepted',
  'invitation.declined',
  'settings.changed',
  'domain.claimed',
  'domain.proven',
  'domain.lost',
  'domain.removed',
  'space.held',
  'space.delisted',
  'space.relisted',
  'quest.delisted',
  'quest.relisted',
  'stop.appealed',
  'credential.revoked',
  'participants.exported',
  'rewards.exported',
  'contract.imported',
  'contract.removed',
  'picture.uploaded',
  'signer.added',
  'signer.changed',
  'signer.proven',
  'signer.secretRotated',
  'signer.chosen',
  'signer.questMoved',
  'signer.removed',
  'webhook.added',
  'webhook.changed',
  'webhook.secretRotated',
  'webhook.removed',
  'webhook.disabled',
  'webhook.replayed',
  'draft.made',
  'draft.saved',
  'draft.submitted',
  'draft.approved',
  'draft.sent-back',
  'draft.address-set',
  'draft.address-removed',
  'quest.launched',
  'quest.launched-anyway',
  'quest.version-launched',
  'quest.paused',
  'quest.resumed',
  'quest.ended',
  'quest.archived',
  'quest.restored',
] as const

export type AuditAction = (typeof auditActions)[number]

/** One act: who did what to what, and what it was before and after. `accountId` null: the platform by itself. */
export type AuditEntry = {
  spaceId: string
  accountId: string | null
  action: AuditAction
  subject: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}
