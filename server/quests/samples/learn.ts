import type { Text } from '#server/verify/verdict.ts'
import type { Definition } from '../definition.ts'
import { learnCards } from './learnCards.ts'

type Question = { id: string; text: Text; choices: { id: string; text: Text }[]; answer: string }

const choice = (id: string, en: string, ja: string) => ({ id, text: { en, ja } })

const questions: Question[] = [
  {
    id: 'validity',
    text: { en: 'What does a validity rollup send to the chain below?', ja: 'バリディティロールアップは、下のチェーンに何を送りますか？' },
    choices: [
      choice('promise', 'A promise that can be challenged for seven days', '七日間異議を申し立てられる約束'),
      choice(
        'proof',
        'The new state root, the data, and a proof that it follows',
        '新しい状態ルートとデータ、そしてそれが正しく導かれたことの証明',
      ),
      choice('votes', 'The votes of its token holders', 'トークン保有者の投票'),
    ],
    answer: 'proof',
  },
  {
    id: 'root',
    text: { en: 'What does a state root let you check?', ja: '状態ルートがあると、何を確かめられますか？' },
    choices: [
      choice('member', 'That one leaf is in the tree, by a short path of hashes', '短いハッシュの経路で、ある葉が木に含まれること'),
      choice('all', 'Nothing without downloading the whole state', '状態全体をダウンロードしない限り、何も確かめられない'),
      choice('price', 'The price of the native coin', 'ネイティブコインの価格'),
    ],
    answer: 'member',
  },
  {
    id: 'final',
    text: {
      en: 'Your CUBE says “in batch 12”, not yet “final”. What is missing?',
      ja: 'CUBE の状態が「バッチ 12 に格納」で、まだ「確定」ではありません。何が足りませんか？',
    },
    choices: [
      choice('click', 'A click on a verify button', '検証ボタンのクリック'),
      choice('gas', 'Your payment of the gas fee', 'あなたによるガス代の支払い'),
      choice('verified', 'The proof, verified by the contract on L2', 'L2 のコントラクトで検証された証明'),
    ],
    answer: 'verified',
  },
  {
    id: 'offline',
    text: {
      en: 'Cairn’s servers are gone. Can someone still check the credential in your file?',
      ja: 'Cairn のサーバーがなくなりました。あなたのファイルにある証明を、まだ検証できますか？',
    },
    choices: [
      choice('no', 'No, only the issuer can confirm it', 'いいえ、発行者だけが確認できる'),
      choice('yes', 'Yes: the file and one read of L2 are enough', 'はい。ファイルと L2 の一回の読み取りで足りる'),
      choice('screenshot', 'Only with a screenshot from before', '以前のスクリーンショットがあれば'),
    ],
    answer: 'yes',
  },
  {
    id: 'finality',
    text: {
      en: 'Why does a step wait for finality before it counts?',
      ja: 'なぜステップは、ファイナリティを待ってから数えられるのですか？',
    },
    choices: [
      choice(
        'reorg',
        'A recent block may still leave the chain, and your action with it',
        '新しいブロックは、あなたの行動ごとチェーンから外れることがあるから',
      ),
      choice('slow', 'To slow bots down', 'ボットを遅らせるため'),
      choice('fees', 'To wait for lower fees', '手数料が下がるのを待つため'),
    ],
    answer: 'reorg',
  },
]

/** The right answers, for whoever plays the member of the local stack. */
export const learnAnswers: Readonly<Record<string, string>> = Object.fromEntries(questions.map(({ id, answer }) => [id, answer]))

export function learnCairn(): Definition {
  return {
    title: { en: 'How a CUBE becomes final', ja: 'CUBE が確定するまで' },
    summary: {
      en: 'Five questions about rollups, proofs and credentials that are really yours.',
      ja: 'ロールアップ、証明、そして本当にあなたのものであるクレデンシャルについての五つの質問。',
    },
    description: {
      en: 'Cairn is a **validity rollup for credentials**. What you do is checked on the chain where you did it; the credential is written into a batch; a zero-knowledge proof shows that the batch followed every rule; and a contract on L2 verifies that proof. From then on the credential is *final*: it can be checked from a file and one read of L2, with or without us.\n\nTwo ideas do most of the work:\n\n1. A **state root** is one hash that stands for everything in the slot. A path of hashes from a leaf up to the root shows that the leaf is in it.\n2. A **proof** shows that the new root follows from the old one and the published data. Nobody has to trust whoever computed it.\n\nFive questions, five tries, one minute between tries.',
      ja: 'Cairn は**クレデンシャルのためのバリディティロールアップ**です。行動はそれが行われたチェーンで確認され、クレデンシャルはバッチに書き込まれます。ゼロ知識証明はバッチがすべての規則に従ったことを示し、L2 のコントラクトがその証明を検証します。それ以降クレデンシャルは*確定*し、ファイルと L2 の一回の読み取りだけで、私たちがいてもいなくても検証できます。\n\n鍵となる考え方は二つです。\n\n1. **状態ルート**は、スロット内のすべてを代表する一つのハッシュです。葉からルートまでのハッシュの経路が、その葉が含まれることを示します。\n2. **証明**は、新しいルートが古いルートと公開データから導かれることを示します。計算した者を信頼する必要はありません。\n\n質問は五つ、挑戦は五回まで、次の挑戦までは一分間です。',
    },
    category: 'learn',
    difficulty: 1,
    minutes: 5,
    points: 40,
    expiresAfterSeconds: 0,
    order: 'any',
    steps: [
      {
        id: 'quiz',
        title: { en: 'Answer all five questions', ja: '五つの質問すべてに正解する' },
        cards: learnCards,
        rule: { kind: 'quiz', params: { questions, attempts: 5, coolDownSeconds: 60 } },
      },
    ],
  }
}
