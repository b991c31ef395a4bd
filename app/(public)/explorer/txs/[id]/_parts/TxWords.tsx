import type { Tokens, Tx } from '#app/_data/explorer.ts'
import { useTxWords } from '#app/_ui/explorer/useTxWords.ts'

/** What a tx did, in a few words. */
export function TxWords({ tx, tokens }: { tx: Pick<Tx, 'kind' | 'account' | 'subject'>; tokens: Tokens }) {
  return <span className="wrap-anywhere">{useTxWords(tokens)(tx)}</span>
}
