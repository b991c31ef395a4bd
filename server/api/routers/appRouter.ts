import { router } from '#server/api/trpc.ts'
import { chainsRouter } from './chains/router.ts'
import { connectionsRouter } from './connections/router.ts'
import { credentialsRouter } from './credentials/router.ts'
import { discoverRouter } from './discover/router.ts'
import { explorerRouter } from './explorer/router.ts'
import { faucetRouter } from './faucet/router.ts'
import { moneyRouter } from './money/router.ts'
import { newsRouter } from './news/router.ts'
import { peopleRouter } from './people/router.ts'
import { platformRouter } from './platform/router.ts'
import { questsRouter } from './quests/router.ts'
import { reputationRouter } from './reputation/router.ts'
import { searchRouter } from './search/router.ts'
import { sessionRouter } from './session/router.ts'
import { spacesRouter } from './spaces/router.ts'
import { studioRouter } from './studio/router.ts'
import { walletsRouter } from './wallets/router.ts'

/** Every procedure that answers once. What is pushed stands in `gatewayRouter.ts`. */
export const appRouter = router({
  session: sessionRouter,
  wallets: walletsRouter,
  connections: connectionsRouter,
  quests: questsRouter,
  discover: discoverRouter,
  spaces: spacesRouter,
  studio: studioRouter,
  platform: platformRouter,
  people: peopleRouter,
  explorer: explorerRouter,
  credentials: credentialsRouter,
  reputation: reputationRouter,
  money: moneyRouter,
  news: newsRouter,
  search: searchRouter,
  faucet: faucetRouter,
  chains: chainsRouter,
})
