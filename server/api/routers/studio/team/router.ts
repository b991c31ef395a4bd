import { router } from '#server/api/trpc.ts'
import { changeRole } from './changeRole.ts'
import { handOver } from './handOver.ts'
import { invitations, invite, revokeInvitation } from './invitations.ts'
import { leave } from './leave.ts'
import { list } from './list.ts'
import { remove } from './remove.ts'

export const teamRouter = router({ list, changeRole, remove, leave, handOver, invitations, invite, revokeInvitation })
