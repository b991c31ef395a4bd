import type { EvmReader } from '#chains/reader.ts'
import type { LogDetails } from './logDetailsClient.ts'
import type { FoundLog } from './logNaming.ts'
import { distribute, type LogSpec, requestsOf } from './logSpecs.ts'
import { earlier } from './rangeCache.ts'

/** After so many logs and transactions a pass ends: the rest follows in the next. */
const mostInPass = 50_000
/** A step with more logs than this was too wide, one with less than a tenth too narrow. */
const mostInStep = 10_000

/** A log, and the questions that it answers. */
export type Answered = { found: FoundLog; specs: LogSpec[] }
export type Step = { from: bigint; to: bigint }

/** Reads logs of one endpoint step by step: as many blocks at once as logs are rare, and not for ever in one pass. */
export function createLogSteps({ reader, details }: { reader: EvmReader; details: LogDetails }) {
  const widest = BigInt(reader.chain.limits.logRange * reader.chain.limits.concurrency)
  let width = widest
  let left = mostInPass

  async function ask(specs: readonly LogSpec[], { from, to }: Step): Promise<FoundLog[]> {
    const answers: FoundLog[] = []
    const requests = requestsOf(specs, { fromBlock: from, toBlock: to })
    // Made in the same moment they travel together, where the endpoint takes batches.
    for (let at = 0; at < requests.length; at += reader.chain.limits.batch) {
      const some = await Promise.all(requests.slice(at, at + reader.chain.limits.batch).map((request) => reader.logs(request)))
      for (const logs of some) for (const log of logs) answers.push({ log })
    }
    return answers
  }

  return {
    startPass() {
      left = mostInPass
    },
    /** The steps of a range, until it or the pass ends. */
    *steps({ from, to }: Step): Generator<Step> {
      while (from <= to && left > 0) {
        const end = earlier(from + width - 1n, to)
        yield { from, to: end }
        from = end + 1n
      }
    },
    /** `senders`: keys of questions for which it must be known who sent the transaction. */
    async read(specs: readonly LogSpec[], step: Step, senders: ReadonlySet<string>): Promise<Answered[]> {
      const specsOf = distribute(specs)
      const answers = (await ask(specs, step)).map((found) => ({ found, specs: specsOf(found.log) }))
      const bySender = answers.filter(({ specs }) => specs.some(({ key }) => senders.has(key)))
      left -= answers.length + (await details.addSenders(bySender.map(({ found }) => found)))
      width = widthAfter(width, answers.length, widest)
      return answers
    },
  }
}

/** How many blocks the next step takes: as many as bring a step's worth of logs, at most what a question may span. */
export function widthAfter(width: bigint, logs: number, widest: bigint): bigint {
  if (logs > mostInStep) return width > 1n ? width / 2n : 1n
  return logs * 10 < mostInStep ? earlier(width * 2n, widest) : width
}
