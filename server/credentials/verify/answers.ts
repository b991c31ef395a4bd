import type { Text } from '#server/verify/verdict.ts'

/** Every reason that an answer can have. Codes are stable; `.ok` ones are the answers that hold. */
const reasons = {
  'signature.ok': { en: 'Signed by the issuer of the quest.', ja: 'クエストの発行者が署名しています。' },
  'signature.missing': { en: 'The document carries no signature that we know.', ja: '確認できる署名がありません。' },
  'signature.malformed': { en: 'The signature is not written as it must be.', ja: '署名の形式が正しくありません。' },
  'signature.mismatch': { en: 'The document was changed after it was signed.', ja: '署名のあとで内容が変更されています。' },
  'signature.not-the-issuer': {
    en: 'Signed by somebody else than the issuer it names.',
    ja: '記載された発行者とは別の鍵で署名されています。',
  },
  'signature.expired': { en: 'The signature itself has expired.', ja: '署名の有効期限が切れています。' },
  'signature.not-vouched': {
    en: 'The issuer it names is not vouched for by the key that issues this quest in the slot.',
    ja: '記載された発行者は、このクエストの発行鍵によって認められていません。',
  },
  'inclusion.ok': { en: 'Stands in the slot, under a root that is final on L2.', ja: 'L2で確定したルートの下に記録されています。' },
  'inclusion.credential': { en: 'The credential is not where its proof says.', ja: '証明書が証明の示す場所にありません。' },
  'inclusion.account': { en: 'The holder’s account is not where its proof says.', ja: '保有者のアカウントが証明の示す場所にありません。' },
  'inclusion.quest': { en: 'The quest is not where its proof says.', ja: 'クエストが証明の示す場所にありません。' },
  'inclusion.evidence': { en: 'The evidence digest does not belong to the credential.', ja: '証拠のダイジェストが証明書と一致しません。' },
  'inclusion.malformed': { en: 'The proof of inclusion holds values out of range.', ja: '包含証明に範囲外の値があります。' },
  'inclusion.other-slot': { en: 'It belongs to another slot than the one asked for.', ja: '指定されたスロットのものではありません。' },
  'inclusion.not-final': { en: 'L2 knows no final batch with this root.', ja: 'このルートを持つ確定済みバッチがL2にありません。' },
  'inclusion.holder': { en: 'The document names another holder than the slot.', ja: '保有者がスロットの記録と異なります。' },
  'inclusion.moved': { en: 'The holder’s account has moved to another one.', ja: '保有者のアカウントは移動済みです。' },
  'inclusion.facts': { en: 'The document says something else than the slot.', ja: '記載内容がスロットの記録と異なります。' },
  'revocation.none': { en: 'Not revoked up to the newest final batch.', ja: '最新の確定バッチまで取り消されていません。' },
  'revocation.revoked': { en: 'Revoked in a later batch.', ja: '後のバッチで取り消されました。' },
  'revocation.unknown': {
    en: 'A later batch holds something this verifier does not understand.',
    ja: '後のバッチに、この検証器が解釈できない内容があります。',
  },
  'revocation.not-included': { en: 'Cannot be said: inclusion does not hold.', ja: '記録が確認できないため判断できません。' },
  'expiry.never': { en: 'Never expires.', ja: '有効期限はありません。' },
  'expiry.ok': { en: 'Has not expired.', ja: '有効期限内です。' },
  'expiry.expired': { en: 'Has expired.', ja: '有効期限が切れています。' },
  'expiry.early': { en: 'Is not valid yet.', ja: 'まだ有効ではありません。' },
} as const satisfies Record<string, Text>

export type ReasonCode = keyof typeof reasons
export type Answer = { holds: boolean; code: ReasonCode; reason: Text }

const holding: readonly ReasonCode[] = ['signature.ok', 'inclusion.ok', 'revocation.none', 'expiry.never', 'expiry.ok']

export const answer = (code: ReasonCode): Answer => ({ holds: holding.includes(code), code, reason: reasons[code] })
