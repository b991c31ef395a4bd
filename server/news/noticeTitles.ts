import type { Text } from '#server/verify/verdict.ts'
import type { NoticeKind } from './newsViews.ts'

/** Each kind in a few words: for settings, and for what is pushed where no page of ours is open. */
export const noticeTitles: Readonly<Record<NoticeKind, Text>> = {
  'cube.final': { en: 'A CUBE is final', ja: 'CUBE の確定' },
  'cube.refused': { en: 'A CUBE was refused', ja: 'CUBE の不受理' },
  'cube.revoked': { en: 'A CUBE was taken back', ja: 'CUBE の失効' },
  'withdrawal.paid': { en: 'A withdrawal was paid', ja: '引き出しの支払い' },
  'deposit.final': { en: 'A deposit arrived', ja: '入金の到着' },
  'transfer.received': { en: 'Somebody sent you something', ja: 'ほかのメンバーからの受取' },
  'move.refused': { en: 'A transaction was refused', ja: '取引の不受理' },
  'quest.ending': { en: 'A quest that you began closes soon', ja: '始めたクエストの締切' },
  'quest.soldOut': { en: 'A quest that you began is full', ja: '始めたクエストの満員' },
  'quest.poolLow': { en: 'A quest of yours runs out of money', ja: '運営するクエストの資金不足' },
  'wallet.linked': { en: 'A wallet was linked', ja: 'ウォレットの追加' },
  'wallet.removed': { en: 'A wallet left the account', ja: 'ウォレットの削除' },
  'wallet.primary': { en: 'Another wallet is the primary one', ja: 'メインウォレットの変更' },
  'wallet.announced': { en: 'A change of your wallets was announced', ja: 'ウォレット変更の予告' },
  'wallet.stopped': { en: 'A change of your wallets will not happen', ja: 'ウォレット変更の取りやめ' },
  'account.merged': { en: 'Another account became part of yours', ja: 'アカウントの統合' },
  'session.new': { en: 'A new browser signed in', ja: '新しいブラウザーでのサインイン' },
  'space.invited': { en: 'A space invited you', ja: 'スペースからの招待' },
  'space.delisted': { en: 'Something of your space is not listed any more', ja: 'スペースの掲載停止' },
  'space.answered': { en: 'Your appeal was answered', ja: '異議申し立てへの回答' },
}
