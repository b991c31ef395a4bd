import { router } from '#server/api/trpc.ts'
import { changeSetting } from './changeSetting.ts'
import { list } from './list.ts'
import { markRead } from './markRead.ts'
import { overview } from './overview.ts'
import { pushKey } from './pushKey.ts'
import { settings } from './settings.ts'
import { subscribe, unsubscribe } from './subscribe.ts'

export const newsRouter = router({ overview, list, markRead, settings, changeSetting, pushKey, subscribe, unsubscribe })
