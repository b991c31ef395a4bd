import { headers } from 'next/headers'

/** As little as a page can be that carries a nonce: it reads the request, so it is rendered for each. */
export default async function Page() {
  return <h1>Hello {(await headers()).get('x-nonce') ? 'there' : ''}</h1>
}
