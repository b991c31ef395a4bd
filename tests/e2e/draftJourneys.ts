import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'

/** The API as somebody who is signed in in a browser calls it; only what a page would send. */
export function apiOf(context: BrowserContext, url: string) {
  const take = async (answer: { status(): number; json(): Promise<unknown> }, path: string) => {
    const body = (await answer.json()) as { result?: { data: unknown }; error?: unknown }
    expect(answer.status(), `${path} ${JSON.stringify(body.error ?? '').slice(0, 400)}`).toBe(200)
    return body.result?.data
  }
  return {
    mutate: async <T>(path: string, input: object): Promise<T> =>
      (await take(await context.request.post(`${url}/api/trpc/${path}`, { data: input, headers: { origin: url } }), path)) as T,
    query: async <T>(path: string, input?: object): Promise<T> => {
      const asked = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
      return (await take(await context.request.get(`${url}/api/trpc/${path}${asked}`), path)) as T
    },
  }
}
export type Api = ReturnType<typeof apiOf>

/** Brings somebody into a space: invited by their wallet, and at home there once they say yes. */
export async function bringIn(owner: Api, guest: Api, { space, wallet, role }: { space: string; wallet: string; role: string }) {
  await owner.mutate('studio.team.invite', { space, wallet, role })
  const [invitation] = await guest.query<{ id: string }[]>('studio.invitations.mine')
  await guest.mutate('studio.invitations.answer', { id: invitation?.id, accept: true })
}

const both = (en: string, ja: string) => ({ en, ja })

/** What a whole draft says: some ether is held, and a question is answered. It is open, and warned of once. */
export const wholeDraft = (chainId: number) => ({
  definition: {
    title: both('Hold some ether', 'イーサを保有する'),
    summary: both('Keep a little ether in your wallet.', 'ウォレットに少しのイーサを持っておきます。'),
    description: both('Ether pays for what you do on this chain.', 'イーサは、このチェーンで使う手数料になります。'),
    ...{ category: 'learn', difficulty: 1, minutes: 3, points: 20, expiresAfterSeconds: 0, order: 'any' },
    steps: [
      {
        id: 'hold',
        title: both('Hold a hundredth', '百分の一を保有する'),
        rule: { kind: 'evm.balance', chain: `eip155:${chainId}`, params: { token: { standard: 'native' }, gte: '10000000000000000' } },
      },
    ],
  },
  supply: 50,
  opensAt: new Date(Date.now() - 3_600_000).toISOString(),
  closesAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
})
