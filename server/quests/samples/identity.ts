import type { Definition } from '../definition.ts'
import type { LocalContracts } from './contracts.ts'

export function attest({ appB, eas, schema }: LocalContracts): Definition {
  return {
    title: { en: 'Say it on chain', ja: 'オンチェーンで述べる' },
    summary: {
      en: 'Make an attestation with the Ethereum Attestation Service and rate a trail.',
      ja: 'Ethereum Attestation Service でアテステーションを作り、道のりを評価します。',
    },
    description: {
      en: 'An attestation is a signed statement that anyone can look up: who says what about whom, under which schema. The **Ethereum Attestation Service** keeps them in one small contract.\n\nUse the schema `string trail,uint8 stars` on app chain B and attest to anyone, yourself included. We look for the `Attested` event with you as the attester.',
      ja: 'アテステーションとは、誰が誰について、どのスキーマで何を述べたかを誰でも調べられる、署名つきの言明です。**Ethereum Attestation Service** は、それを一つの小さなコントラクトに記録します。\n\nアプリチェーン B のスキーマ `string trail,uint8 stars` を使い、自分を含む誰かについて述べてください。あなたが attester となっている `Attested` イベントを確認します。',
    },
    category: 'identity',
    difficulty: 2,
    minutes: 4,
    points: 80,
    expiresAfterSeconds: 0,
    order: 'any',
    steps: [
      {
        id: 'attest',
        title: { en: 'Attest with the trail schema', ja: 'trail スキーマでアテステーションを作る' },
        hint: {
          en: 'Call attest on the EAS contract. Recipient, text and stars are up to you.',
          ja: 'EAS コントラクトの attest を呼び出します。受け手、文章、星の数は自由です。',
        },
        rule: {
          kind: 'evm.event',
          chain: appB,
          params: {
            addresses: [eas],
            event: 'event Attested(address indexed recipient, address indexed attester, bytes32 uid, bytes32 indexed schemaUID)',
            claimant: 'attester',
            where: [{ arg: 'schemaUID', op: 'eq', value: schema }],
            action: { en: 'attested', ja: 'アテステーションを作成' },
          },
        },
      },
    ],
  }
}

export function twoWorlds({ appA, appB, solana, weth, stone }: LocalContracts): Definition {
  return {
    title: { en: 'Two worlds, one traveller', ja: '二つの世界、一人の旅人' },
    summary: {
      en: 'Act on an EVM chain, send SOL on Solana, and let one credential tell both.',
      ja: 'EVM チェーンで行動し、Solana で SOL を送り、一つの証明にまとめます。',
    },
    description: {
      en: 'An address on Ethereum and an address on Solana look like two strangers. **Link your wallets**, each signing that the other belongs to you, and what you do with either counts for the same account.\n\nTake a free trail stone on app chain B *or* wrap some ether on app chain A. Then send at least 0.01 SOL from your Solana wallet to anyone else.',
      ja: 'Ethereum のアドレスと Solana のアドレスは、そのままでは他人同士に見えます。互いが自分のものだと**両方のウォレットで署名して連携**すると、どちらの行動も同じアカウントのものとして数えられます。\n\nアプリチェーン B で無料の Trail Stone を受け取る*か*、アプリチェーン A でイーサをラップします。そのうえで、Solana ウォレットから他の誰かに 0.01 SOL 以上を送ってください。',
    },
    category: 'infrastructure',
    difficulty: 3,
    minutes: 6,
    points: 200,
    expiresAfterSeconds: 0,
    order: 'any',
    steps: [
      {
        id: 'evm',
        title: { en: 'Take a stone or wrap some ether', ja: 'ストーンを受け取るか、イーサをラップする' },
        rule: {
          any: [
            {
              kind: 'evm.event',
              chain: appB,
              params: {
                addresses: [stone],
                event: 'event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)',
                claimant: 'to',
                where: [{ arg: 'from', op: 'eq', value: '0x0000000000000000000000000000000000000000' }],
                action: { en: 'minted a trail stone', ja: 'Trail Stone をミント' },
              },
            },
            {
              kind: 'evm.event',
              chain: appA,
              params: {
                addresses: [weth],
                event: 'event Deposit(address indexed dst, uint256 wad)',
                claimant: 'dst',
                where: [{ arg: 'wad', op: 'gte', value: '10000000000000000' }],
                units: { wad: { decimals: 18, symbol: 'WETH' } },
                action: { en: 'wrapped', ja: 'ラップ' },
              },
            },
          ],
        },
      },
      {
        id: 'solana',
        title: { en: 'Send at least 0.01 SOL', ja: '0.01 SOL 以上を送る' },
        hint: {
          en: 'From a Solana wallet that is linked to your account, to a wallet that is not yours.',
          ja: 'アカウントに連携した Solana ウォレットから、自分のものではないウォレットに送ります。',
        },
        rule: { kind: 'solana.transfer', chain: solana, params: { gte: '10000000' } },
      },
    ],
  }
}
