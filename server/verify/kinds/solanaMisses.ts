import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import type { Unit } from './fields.ts'
import { outsideText } from './periods.ts'
import type { Flaw, Move } from './solanaMoves.ts'
import { amountText, shortHex } from './wording.ts'

/** A coin as sentences name it: SOL, or a token by its symbol, which anyone may give to another mint too. */
export type Coin = Unit & { address?: string | undefined }
type About = { isSent: boolean; coin: Coin }

export function doneText(amount: bigint, { isSent, coin }: About): Text {
  const shown = amountText(amount, coin)
  return isSent ? { en: `sent ${shown}`, ja: `${shown} を送りました` } : { en: `received ${shown}`, ja: `${shown} を受け取りました` }
}

export const unsignedText = (done: Text): Text => ({
  en: `${done.en}, but your wallet did not sign it`,
  ja: `${done.ja}が、あなたのウォレットの署名がありません`,
})

export function elsewhereText(done: Text, isSent: boolean, { found, wanted }: { found: string; wanted: readonly string[] }): Text {
  const needed = wanted.map(shortHex)
  const [to, toJa] = isSent ? ['to', '送り先'] : ['from', '送り元']
  return {
    en: `${done.en} ${to} ${shortHex(found)}, needed: ${to} ${needed.join(' or ')}`,
    ja: `${done.ja}(${toJa}: ${shortHex(found)}、必要: ${needed.join(' または ')})`,
  }
}

export function tooLittleText(done: Text, gte: bigint, coin: Coin): Text {
  return { en: `${done.en}, ${amountText(gte, { ...coin, symbol: '' }).trim()} needed`, ja: `${done.ja}(必要: ${amountText(gte, coin)})` }
}

/** Another coin than the one that is wanted; a token is told by its mint, because its symbol may be the same. */
export function otherCoinText({ amount, mint }: Pick<Move, 'amount' | 'mint'>, { isSent, coin }: About): Text {
  const native = amountText(amount, { decimals: 9, symbol: 'SOL' })
  const found: Text =
    mint === undefined
      ? { en: native, ja: `${native} を` }
      : { en: `a token of the mint ${shortHex(mint)}`, ja: `ミント ${shortHex(mint)} のトークンを` }
  const needed = coinText(coin)
  return {
    en: `${isSent ? 'sent' : 'received'} ${found.en}; needed: ${needed.en}`,
    ja: `${found.ja}${isSent ? '送りました' : '受け取りました'}(必要: ${needed.ja})`,
  }
}

export function coinText({ symbol, address }: Coin): Text {
  if (address === undefined) return { en: symbol, ja: symbol }
  return { en: `${symbol} of the mint ${shortHex(address)}`, ja: `ミント ${shortHex(address)} の ${symbol}` }
}

export function ownText(done: Text, isSent: boolean): Text {
  return {
    en: `${done.en} ${isSent ? 'to' : 'from'} a wallet of your own, which does not count`,
    ja: `${done.ja}(相手が自分のウォレットのため対象外)`,
  }
}

export function flawText(flaw: Flaw, amount: bigint, { scope, ...about }: About & { scope: LeafScope }): Text {
  const done = doneText(amount, about)
  if (flaw === 'unsigned') return unsignedText(done)
  if (flaw === 'outside') return outsideText(done, scope)
  const shown = amountText(amount, about.coin)
  return about.isSent
    ? {
        en: `tried to send ${shown}, but this transaction failed`,
        ja: `${shown} を送ろうとしましたが、このトランザクションは失敗しています`,
      }
    : {
        en: `would have received ${shown}, but this transaction failed`,
        ja: `${shown} を受け取るはずでしたが、このトランザクションは失敗しています`,
      }
}

/** What was held changed otherwise: minted, burned, an account that changed hands. */
export function otherwiseText(amount: bigint, { isSent, coin }: About): Text {
  const shown = amountText(amount, coin)
  return isSent
    ? {
        en: `lost ${shown}, but not by a transfer to another wallet`,
        ja: `${shown} が減りましたが、ほかのウォレットへの送金ではありません`,
      }
    : {
        en: `gained ${shown}, but not by a transfer from another wallet`,
        ja: `${shown} が増えましたが、ほかのウォレットからの送金ではありません`,
      }
}

export function signedOnlyText({ symbol }: Coin): Text {
  return {
    en: `your wallet signed this transaction, but sent no ${symbol} in it`,
    ja: `あなたのウォレットはこのトランザクションに署名していますが、${symbol} は送っていません`,
  }
}
