import type { Step } from '../definition.ts'

/** What the quiz of the learning quest asks about, card by card. */
export const learnCards: NonNullable<Step['cards']> = [
  {
    title: { en: 'First, a final block', ja: 'はじまりは、確定したブロック' },
    text: {
      en: 'You swap, bridge or vote on some chain. Its newest blocks are not settled: they may still be replaced by others, and **what you did in them would leave with them**. That is a reorganisation.\n\nSo a step waits until the block is *final* on its own chain. On some chains that takes a second, on others a quarter of an hour. Nothing is asked of you meanwhile.',
      ja: 'どこかのチェーンでスワップやブリッジ、投票をしたとします。最新のブロックはまだ固まっておらず、別のブロックに置き換わることがあります。そうなると、**その中でした行動も一緒に消えます**。これがリオーグ（再編成）です。\n\nそのためステップは、そのチェーンでブロックが*確定*するまで待ちます。一秒で済むチェーンもあれば、十五分ほどかかるチェーンもあります。その間、あなたがすることはありません。',
    },
  },
  {
    title: { en: 'Many credentials, one batch', ja: '多くの証明を、一つのバッチに' },
    text: {
      en: 'Once every step has passed, your credential is *accepted*: a place is yours and it is written down. The sequencer then puts it into a **batch** with those of others, up to a few thousand at a time.\n\nSharing a batch is what makes a credential cheap: its cost on L2 is divided among all that travel with it.',
      ja: 'すべてのステップを達成すると、証明は*受付済み*になります。枠が確保され、記録された状態です。続いてシーケンサーが、ほかの人の証明と一緒に**バッチ**へ入れます。一度に数千件まで入ります。\n\nバッチを分け合うから、証明は安くなります。L2 での費用を、同じバッチに入った全員で割るからです。',
    },
  },
  {
    title: { en: 'One hash for everything', ja: 'すべてを表す、一つのハッシュ' },
    text: {
      en: 'The slot keeps its credentials as leaves of a tree. Three hashes make one, level by level, until a single hash is left: the **state root**. Change one letter in one leaf, and the root is another.\n\nTo show that a leaf is in the tree nobody needs the tree. The leaf and a short path of neighbouring hashes, twenty steps long, lead to the root, *or they do not*.',
      ja: 'スロットは証明を木の葉として保ちます。三つのハッシュから一つを作り、これを段ごとに繰り返すと、最後に一つのハッシュが残ります。これが**状態ルート**です。葉の一文字が変わるだけで、ルートは別のものになります。\n\nある葉が木に含まれることを示すのに、木全体は要りません。葉と、隣り合うハッシュをたどる二十段の短い経路があれば、ルートにたどり着くか、*着かないか*がわかります。',
    },
  },
  {
    title: { en: 'A proof instead of trust', ja: '信頼の代わりに、証明を' },
    text: {
      en: 'A batch goes to L2 as data, with the new root and a **zero-knowledge proof** that this root follows from the old one and from that data, every rule and every signature included.\n\nA contract verifies the proof in one transaction. Whoever computed it may be anyone: *a wrong root has no proof*. This is what “validity rollup” means, and why no week of waiting for objections is needed.',
      ja: 'バッチはデータとして L2 に送られ、新しいルートと**ゼロ知識証明**が付きます。証明が示すのは、すべての規則と署名を含めて、新しいルートが古いルートとそのデータから正しく導かれたことです。\n\nコントラクトは一回のトランザクションで証明を検証します。誰が計算したかは問いません。*誤ったルートには証明が存在しない*からです。これが「バリディティロールアップ」の意味であり、異議を待つ一週間が要らない理由です。',
    },
  },
  {
    title: { en: 'Yours, with or without us', ja: '私たちがいなくても、あなたのもの' },
    text: {
      en: 'When L2 has verified the proof, the credential is **final**. Save its file: it holds the leaf, the path and what it was issued for.\n\nAnyone can check that file with *one read of L2*, in a browser and without an account. If our servers were gone tomorrow, it would still verify.',
      ja: 'L2 が証明を検証すると、クレデンシャルは**確定**します。ファイルを保存しておきましょう。葉と経路、そして何に対して発行されたかが入っています。\n\nそのファイルは、*L2 を一度読む*だけで、誰でもブラウザーからアカウントなしで検証できます。明日私たちのサーバーがなくなっても、検証できることに変わりはありません。',
    },
  },
]
