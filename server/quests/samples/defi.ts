import type { Definition } from '../definition.ts'
import type { LocalContracts } from './contracts.ts'

const ether = (amount: bigint) => String(amount * 10n ** 16n)

export function uniswapSwap({ appA, weth, usd, pool }: LocalContracts): Definition {
  // Uniswap orders a pool's tokens by address; what the trader pays in is the positive amount.
  const paid = weth < usd ? 'amount0' : 'amount1'
  return {
    title: { en: 'Trade on Uniswap', ja: 'Uniswap で取引する' },
    summary: {
      en: 'Swap at least 0.1 ether for test dollars in a real Uniswap V3 pool.',
      ja: '本物の Uniswap V3 プールで、0.1 イーサ以上をテストドルにスワップします。',
    },
    description: {
      en: 'Uniswap has no order book and no counter to stand at. A pool holds two tokens, and a formula says what one costs in the other.\n\nThis quest uses the **original Uniswap V3 contracts**, deployed on app chain A of this machine. Get test coins, swap 0.1 ether or more for test dollars, and leave the page open or close it: your swap is found by itself once its block is final.\n\n- What counts is the `Swap` event of the pool with you as its recipient.\n- Several small swaps do not add up; one must be large enough.',
      ja: 'Uniswap には板も窓口もありません。プールが二つのトークンを保有し、一方の価格を数式が決めます。\n\nこのクエストでは、このマシンのアプリチェーン A にデプロイされた **Uniswap V3 のコントラクトそのもの**を使います。テストコインを受け取り、0.1 イーサ以上をテストドルにスワップしてください。ページは開いたままでも閉じても構いません。ブロックが確定すると、スワップは自動で見つかります。\n\n- あなたが受取人となっているプールの `Swap` イベントが対象です。\n- 少額のスワップは合算されません。一回で条件を満たしてください。',
    },
    category: 'defi',
    difficulty: 2,
    minutes: 3,
    points: 120,
    expiresAfterSeconds: 0,
    order: 'any',
    steps: [
      {
        id: 'swap',
        title: { en: 'Swap at least 0.1 ether for test dollars', ja: '0.1 イーサ以上をテストドルにスワップする' },
        hint: {
          en: 'Call exactInputSingle of the swap router with your own address as the recipient; ether sent along is wrapped for you.',
          ja: 'スワップルーターの exactInputSingle を、受取人を自分のアドレスにして呼び出します。同時に送ったイーサは自動でラップされます。',
        },
        rule: {
          kind: 'evm.event',
          chain: appA,
          params: {
            addresses: [pool],
            event:
              'event Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)',
            claimant: 'recipient',
            where: [{ arg: paid, op: 'gte', value: ether(10n) }],
            units: { [paid]: { decimals: 18, symbol: 'WETH' } },
            action: { en: 'swapped', ja: 'スワップ' },
          },
        },
      },
    ],
  }
}

export function wrapAndHold({ appA, weth }: LocalContracts): Definition {
  return {
    title: { en: 'Wrap ether and hold it', ja: 'イーサをラップして保有する' },
    summary: {
      en: 'Turn half an ether into WETH and still hold it when we look.',
      ja: '0.5 イーサを WETH に換え、確認の時点まで保有します。',
    },
    description: {
      en: 'Ether is older than the ERC-20 standard, so most applications handle it wrapped: **WETH9** takes one ether and gives one WETH, and back again, at any time and without a fee.\n\nThe first step looks for your call of `deposit`. The second looks at what you hold at a final block: wrapping and unwrapping at once is not holding.',
      ja: 'イーサは ERC-20 規格より前からあるため、多くのアプリケーションではラップした形で扱われます。**WETH9** は 1 イーサを受け取って 1 WETH を渡し、いつでも手数料なしで元に戻せます。\n\n最初のステップでは `deposit` の呼び出しを確認します。次のステップでは、確定したブロックでの保有量を確認します。すぐに戻してしまうと、保有したことにはなりません。',
    },
    category: 'defi',
    difficulty: 1,
    minutes: 2,
    points: 60,
    expiresAfterSeconds: 0,
    order: 'sequence',
    steps: [
      {
        id: 'wrap',
        title: { en: 'Wrap at least half an ether', ja: '0.5 イーサ以上をラップする' },
        rule: {
          kind: 'evm.transaction',
          chain: appA,
          params: {
            to: [weth],
            function: 'function deposit() payable',
            value: { op: 'gte', value: ether(50n) },
            action: { en: 'wrapped', ja: 'ラップ' },
          },
        },
      },
      {
        id: 'hold',
        title: { en: 'Hold at least 0.5 WETH', ja: '0.5 WETH 以上を保有する' },
        rule: {
          kind: 'evm.balance',
          chain: appA,
          params: { token: { standard: 'erc20', address: weth, decimals: 18, symbol: 'WETH' }, gte: ether(50n) },
        },
      },
    ],
  }
}
