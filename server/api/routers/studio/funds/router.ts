import { router } from '#server/api/trpc.ts'
import { giveVault } from './giveVault.ts'
import { prepare } from './prepare.ts'
import { read } from './read.ts'
import { addPublisher, referrals } from './referrals.ts'
import { send } from './send.ts'

export const fundsRouter = router({ read, giveVault, prepare, send, referrals, addPublisher })
