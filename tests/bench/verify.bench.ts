/**
 * What verification costs: many members by many rules beside a naive loop; from a block to the verdict in the member's browser; how fast blocks are
 * matched against all rules. Arguments: members of the first part (1000), seconds of the second (90).
 */
import { bar, printReport } from './report.ts'
import { numbers } from './slotLoad.ts'
import { measureCost } from './verifyCost.ts'
import { measureLatency } from './verifyLatency.ts'
import { measureMatching } from './verifyMatching.ts'

const [members = 1000, seconds = 90] = numbers

console.error('verify: blocks against rules')
const matching = measureMatching({ rules: 500, members: 10_000 })
const cost = await measureCost(members)
console.error('verify: from a block to the browser')
const latency = await measureLatency({ rules: 500, members: 10_000, seconds })

printReport(
  'verify',
  [...cost.results, ...latency.results, matching],
  [
    bar('times fewer RPC calls than the naive loop', 50, cost.fewerCalls, 'more'),
    bar('times faster than the naive loop', 10, cost.faster, 'more'),
    bar('head to pushed verdict, p95 in seconds', 2, latency.p95),
    bar('logs matched a second', 20_000, matching.median, 'more'),
  ],
)
