import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Services } from '#server/accounts/connections/services.ts'

/** What the stand-in knows of one of its users. */
export type ServiceUser = {
  id: string
  login: string
  createdAt: string
  follows: string[]
  starred: string[]
  orgs: string[]
  merged: number
  guilds: Record<string, string[]>
}

export const serviceUser = (login: string, change: Partial<ServiceUser> = {}): ServiceUser => ({
  id: '583231',
  login,
  createdAt: '2020-01-01T00:00:00Z',
  follows: [],
  starred: [],
  orgs: [],
  merged: 0,
  guilds: {},
  ...change,
})

/** Sets what the services know. */
export const controlOAuth = (origin: string, settings: { user?: ServiceUser; lifetimeSeconds?: number; down?: boolean }) =>
  fetch(`${origin}/control`, { method: 'POST', body: JSON.stringify(settings) })

/** A project's endpoint for webhooks at the same local server, and what it got so far. */
export const hookAt = (origin: string, name: string) => ({
  url: `${origin}/hooks/${name}`,
  received: async () => (await (await fetch(`${origin}/hooks/${name}`)).json()) as { headers: Record<string, string>; body: string }[],
})

/** Starts the local OAuth server in a process of its own. */
export async function startLocalOAuth() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'oauthServer.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const origin = `http://127.0.0.1:${line.toString().trim()}`
  const one = (name: string) => ({ clientId: name, clientSecret: `${name}-secret`, web: `${origin}/${name}`, api: `${origin}/${name}` })
  const services: Services = { github: one('github'), discord: one('discord'), x: one('x') }
  return {
    origin,
    services,
    control: (settings: Parameters<typeof controlOAuth>[1]) => controlOAuth(origin, settings),
    /** What a browser does that is signed in there as `user`: says yes (or no), and answers where it is sent back to. */
    async consent(url: string, user: string, answer: 'yes' | 'no' = 'yes'): Promise<URL> {
      const response = await fetch(url, { redirect: 'manual', headers: { 'x-user': user, 'x-consent': answer } })
      if (response.status !== 302) throw new Error(`authorize answered ${response.status}: ${await response.text()}`)
      return new URL(response.headers.get('location') ?? '')
    },
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}
