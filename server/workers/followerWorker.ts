import { Counter, Gauge } from 'prom-client'
import { composeFollower } from '#server/compose/follower.ts'
import { runWorker } from './runWorker.ts'

await runWorker('follower', 500, async (context) => {
  const { follower, chores, requests, endpoints, wake, stop } = composeFollower(context)
  const registers = [context.metrics]
  const judged = new Counter({ name: 'cairn_steps_judged', help: 'Steps judged so far', registers })
  const calls = new Gauge({ name: 'cairn_chain_requests', help: 'HTTP requests made to chains so far', registers })
  const ready = new Gauge({
    name: 'cairn_chain_endpoint_ready',
    help: '1 while the endpoint may be asked',
    labelNames: ['chain', 'operator'],
    registers,
  })
  return {
    async tick() {
      const [pass] = await Promise.all([follower.pass(), chores()])
      judged.inc(pass.judged)
      calls.set(requests())
      for (const { chain, operator, standing } of endpoints()) ready.set({ chain, operator }, standing === 'ready' ? 1 : 0)
      if (pass.recorded > 0) context.log.info(pass, 'verdicts recorded')
      return pass.more
    },
    wake,
    stop,
  }
})
