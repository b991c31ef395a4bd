import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { nodeStoreSuite } from '#tests/suites/nodeStoreSuite.ts'

nodeStoreSuite('memory', { open: async () => createMemoryNodeStore(), close: async () => {} })
