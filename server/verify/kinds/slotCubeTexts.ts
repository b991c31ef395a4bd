import type { CubeFileRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { chainName, shortHex } from './wording.ts'

/** CUBEs of another slot: of these quests (their indices there), of a category, or any. `name`: what people call that slot. */
export type SlotCubeParams = {
  slot: string
  quests?: number[] | undefined
  category?: string | undefined
  count?: number | undefined
  name?: Text | undefined
}

export function slotCubesText(params: SlotCubeParams, chain: string): Text {
  const { quests, category, count = 1 } = params
  const slot = slotText(params, chain)
  const quest = quests && questText(quests)
  const en = [
    count === 1 ? 'Hold a CUBE' : `Hold ${count} CUBEs`,
    ...(quest ? [`of ${quest.en}`] : []),
    ...(category === undefined ? [] : [`of the category “${category}”`]),
    `of ${slot.en}`,
  ]
  const ja = [`${slot.ja}の`, ...(quest ? [`${quest.ja}の`] : []), ...(category === undefined ? [] : [`カテゴリー「${category}」の`])]
  return { en: en.join(' '), ja: `${ja.join('')} CUBE を${count === 1 ? '' : ` ${count} 個`}保有する` }
}

function slotText({ name, slot }: SlotCubeParams, chain: string): Text {
  const on = chainName(chain)
  return name
    ? { en: `${name.en} on ${on.en}`, ja: `${on.ja} の「${name.ja}」` }
    : { en: `the slot ${shortHex(slot)} on ${on.en}`, ja: `${on.ja} のスロット ${shortHex(slot)} ` }
}

/** `quest 0, 3 or 7`. */
const questText = (quests: readonly number[]): Text => ({
  en: quests.length === 1 ? `quest ${quests[0]}` : `quest ${quests.slice(0, -1).join(', ')} or ${quests.at(-1)}`,
  ja: quests.length === 1 ? `クエスト ${quests[0]} ` : `クエスト ${quests.join('、')} のいずれか`,
})

const called = ({ name, quest }: CubeFileRecord): Text => ({ en: `“${name}” (quest ${quest})`, ja: `「${name}」(クエスト ${quest})` })
type Say = (record: CubeFileRecord) => Text
export const holds: Say = (cube) => ({ en: `holds the CUBE ${called(cube).en}`, ja: `CUBE ${called(cube).ja}を保有しています` })
export const notFinalYet: Say = (cube) => ({
  en: `the CUBE ${called(cube).en} stands in a block that is not final yet`,
  ja: `CUBE ${called(cube).ja}が含まれるブロックはまだ確定していません`,
})
export const notTold: Say = (cube) => ({
  en: `whether the CUBE ${called(cube).en} was revoked since its file was saved cannot be told`,
  ja: `ファイルの保存後に CUBE ${called(cube).ja}が取り消されたかどうかを確認できません`,
})
export const revoked: Say = (cube) => ({ en: `the CUBE ${called(cube).en} was revoked`, ja: `CUBE ${called(cube).ja}は取り消されています` })
export const expired: Say = (cube) => ({
  en: `the CUBE ${called(cube).en} has expired`,
  ja: `CUBE ${called(cube).ja}は有効期限が切れています`,
})
export const early: Say = (cube) => ({
  en: `the CUBE ${called(cube).en} is not valid yet`,
  ja: `CUBE ${called(cube).ja}はまだ有効ではありません`,
})
export const notLinked: Say = (cube) => {
  const wallet = shortHex(cube.holder.slice(cube.holder.indexOf(':') + 1))
  return {
    en: `the CUBE ${called(cube).en} belongs to the wallet ${wallet}, which is not linked`,
    ja: `CUBE ${called(cube).ja}は、連携されていないウォレット ${wallet} のものです`,
  }
}
export const otherQuest = (cube: CubeFileRecord, quests: readonly number[]): Text => {
  const wanted = questText(quests)
  return {
    en: `the CUBE ${called(cube).en} is of another quest; needed: ${wanted.en}`,
    ja: `CUBE ${called(cube).ja}は別のクエストのものです。必要なのは${wanted.ja}です`,
  }
}
export const otherCategory = (cube: CubeFileRecord, category: string): Text => ({
  en: `the CUBE ${called(cube).en} is of the category “${cube.category}”; needed: “${category}”`,
  ja: `CUBE ${called(cube).ja}のカテゴリーは「${cube.category}」です。必要なのは「${category}」です`,
})

/** A sentence about one of several files. */
export const ofFile = (id: string, { en, ja }: Text): Text => {
  const number = id.slice(id.lastIndexOf(':') + 1)
  return { en: `CUBE #${number}: ${en}`, ja: `CUBE #${number}: ${ja}` }
}
export const noFile: Text = { en: 'this is not the file of a CUBE', ja: 'CUBE のファイルではありません' }
export const tooOld: Text = { en: 'this file is too old to be checked', ja: 'このファイルは古いため確認できません' }
const unsigned: Text = { en: 'the file carries no signature that can be checked', ja: 'ファイルに確認できる署名がありません' }
const signatureTexts: Readonly<Record<string, Text>> = {
  'signature.mismatch': { en: 'the file was changed after it was signed', ja: '署名のあとでファイルの内容が変更されています' },
  'signature.not-the-issuer': {
    en: 'the file is signed by somebody else than its issuer',
    ja: 'ファイルが発行者とは別の鍵で署名されています',
  },
  'signature.not-vouched': {
    en: 'the file is signed by somebody whom the issuer of the quest does not vouch for',
    ja: 'ファイルの署名者は、クエストの発行鍵によって認められていません',
  },
}
const notIncluded: Text = { en: 'what the file says is not what its slot holds', ja: 'ファイルの内容がスロットの記録と一致しません' }
const inclusionTexts: Readonly<Record<string, Text>> = {
  'inclusion.other-slot': { en: 'the file is of a CUBE of another slot', ja: '別のスロットの CUBE のファイルです' },
  'inclusion.not-final': {
    en: 'its slot knows no final batch with this CUBE',
    ja: 'この CUBE を含む確定済みのバッチがスロットにありません',
  },
  'inclusion.moved': {
    en: 'the account that holds this CUBE has moved to another one',
    ja: 'この CUBE を持つアカウントは別のアカウントに移動しています',
  },
}

const textOf = (texts: Readonly<Record<string, Text>>, code: string) => (Object.hasOwn(texts, code) ? texts[code] : undefined)
/** Why the first two of the verifier's answers do not hold, by their codes. */
export const signatureText = (code: string): Text => textOf(signatureTexts, code) ?? unsigned
export const inclusionText = (code: string): Text => textOf(inclusionTexts, code) ?? notIncluded

export const addFile = (params: SlotCubeParams, chain: string): Text => {
  const slot = slotText(params, chain)
  return { en: `Add the file of your CUBE of ${slot.en}.`, ja: `${slot.ja}の CUBE のファイルを追加してください。` }
}
export const saveAgain: Text = {
  en: 'Save the file of your CUBE anew where you earned it, and add it here again.',
  ja: 'CUBE を獲得した場所でファイルを保存し直し、もう一度ここに追加してください。',
}
export const progress = (have: number, need: number): Text => ({
  en: `${have} so far, ${need} needed: add the file of another CUBE.`,
  ja: `現在 ${have} 個、必要なのは ${need} 個です。別の CUBE のファイルを追加してください。`,
})
