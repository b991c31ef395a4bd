import type { Registry } from 'prom-client'

export type HealthDeps = { metrics: Registry; ready(): Promise<boolean> }

/** `/healthz`: the process lives. `/readyz`: it can serve (the database answers). `/metrics`: Prometheus. Null for other paths. */
export function createHealthHandler({ metrics, ready }: HealthDeps) {
  return async (path: string): Promise<Response | null> => {
    if (path === '/healthz') return new Response('ok\n')
    if (path === '/readyz') {
      const isReady = await ready().catch(() => false)
      return new Response(isReady ? 'ready\n' : 'not ready\n', { status: isReady ? 200 : 503 })
    }
    if (path === '/metrics') return new Response(await metrics.metrics(), { headers: { 'content-type': metrics.contentType } })
    return null
  }
}
