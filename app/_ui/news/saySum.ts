import { sayAmount } from '#app/_client/money/amounts.ts'
import type { NoticeView } from '#app/_data/views.ts'

/** "1.5 ETH" in the reader's language; null while the token is not known. */
export const saySum = ({ amount, token }: NonNullable<NoticeView['sum']>, locale: string): string | null =>
  token === null ? null : `${sayAmount(BigInt(amount), token.decimals, locale)} ${token.symbol}`
