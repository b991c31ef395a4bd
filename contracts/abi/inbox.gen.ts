// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 647e8c2ddcc5f7d957d01594b5d3c12c3d57201b272419c491b92207f58d803a
export const inboxAbi = [
  {
    "inputs": [
      {
        "internalType": "contract ISharedBridge",
        "name": "bridge_",
        "type": "address"
      },
      {
        "internalType": "contract IRollup",
        "name": "rollup_",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "baseFee_",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "AmountOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      }
    ],
    "name": "FeeTooLow",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "field",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "found",
        "type": "uint256"
      }
    ],
    "name": "FieldOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "pending",
        "type": "uint256"
      }
    ],
    "name": "InboxFull",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "name": "ItemUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "PaymentRefused",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "FeesTaken",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "indexed": true,
        "internalType": "uint8",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256[10]",
        "name": "words",
        "type": "uint256[10]"
      }
    ],
    "name": "ItemQueued",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "baseFee",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "bridge",
    "outputs": [
      {
        "internalType": "contract ISharedBridge",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "account",
        "type": "uint32"
      },
      {
        "internalType": "uint256",
        "name": "walletWord",
        "type": "uint256"
      }
    ],
    "name": "deposit",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "fee",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "from",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "itemHashes",
    "outputs": [
      {
        "internalType": "bytes32[]",
        "name": "hashes",
        "type": "bytes32[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "length",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "account",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "quest",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "previous",
            "type": "uint32"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyX",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "issuerKeyY",
            "type": "uint256"
          },
          {
            "internalType": "uint40",
            "name": "opensAt",
            "type": "uint40"
          },
          {
            "internalType": "uint40",
            "name": "closesAt",
            "type": "uint40"
          },
          {
            "internalType": "uint32",
            "name": "supply",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "points",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "category",
            "type": "uint16"
          },
          {
            "internalType": "uint40",
            "name": "expiresAfter",
            "type": "uint40"
          },
          {
            "internalType": "bool",
            "name": "revocable",
            "type": "bool"
          },
          {
            "internalType": "uint8",
            "name": "rewardToken",
            "type": "uint8"
          },
          {
            "internalType": "uint96",
            "name": "rewardPerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "feePerMint",
            "type": "uint96"
          },
          {
            "internalType": "uint256",
            "name": "rulesHash",
            "type": "uint256"
          },
          {
            "internalType": "uint112",
            "name": "pool",
            "type": "uint112"
          },
          {
            "internalType": "uint112",
            "name": "feePool",
            "type": "uint112"
          }
        ],
        "internalType": "struct QuestOpening",
        "name": "opening",
        "type": "tuple"
      }
    ],
    "name": "openQuest",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "pending",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "rollup",
    "outputs": [
      {
        "internalType": "contract IRollup",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "takeFees",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const inboxBytecode = '0x60e0346100c157601f61133038819003918201601f19168301916001600160401b038311848410176100c5578084926060946040528339810103126100c1578051906001600160a01b03821682036100c1576020810151906001600160a01b03821682036100c157604001519160805260a05260c05260405161125690816100da823960805181818160b80152610318015260a05181818161014a0152818161038401528181610d080152611177015260c05181818161060c01526110ce0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081631f7b6d3214610fb35750806356501d7714610e5f5780635dd912f514610cb55780636834dc181461062f5780636ef25c3a146105f5578063aaf103981461016e578063cb23bcb51461011d578063ddca3f4314610102578063e20ccec3146100df5763e78cea921461008c575f80fd5b346100dc57806003193601126100dc57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346100dc57806003193601126100dc5760206100fa611131565b604051908152f35b50346100dc57806003193601126100dc5760206100fa6110cc565b50346100dc57806003193601126100dc57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b60406003193601126103de5760043563ffffffff8116908181036103de576024356101976110cc565b8034106105c6576101a890346110bf565b92831580156105ba575b61058e57603f83601a1c1661053f576303ffffff036104ea578060f81c80155f146104e257506affffffffffffffffffffff8160a01c16155b1580156104b9575b61046a575b610140916040519161020a8484611006565b833684378460081b60208401526040830152610224611131565b61100081101561043f575060019064ffffffff003360221b9160081b16171781525f549160405160208101908184905f905b600a82106104295750505082815261027061016082611006565b519020680100000000000000008410156103fc57600184015f556102938461105f565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff829392549160031b92831b921b19161790558260405192835f905b600a82106103e2575050507fc063c521c24c4142b5237029720bddf524e3129d3a4f336de83b8d839ec954796001923394a473ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803b156103de575f906024604051809581937f88d32dd700000000000000000000000000000000000000000000000000000000835273ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001660048401525af19182156103d3576020926103c3575b50604051908152f35b5f6103cd91611006565b5f6103ba565b6040513d5f823e3d90fd5b5f80fd5b8293506020809160019394518152019301910185926102cf565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6020806001928551815201930191019091610256565b7f94c63d4b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fa25ec129000000000000000000000000000000000000000000000000000000005f527f77616c6c6574576f72640000000000000000000000000000000000000000000060045260245260445ffd5b507effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116156101f3565b6001146101eb565b80156101f8577fa25ec129000000000000000000000000000000000000000000000000000000005f527f77616c6c6574576f72640000000000000000000000000000000000000000000060045260245260445ffd5b7fa25ec129000000000000000000000000000000000000000000000000000000005f527f6163636f756e740000000000000000000000000000000000000000000000000060045260245260445ffd5b837f66c28b18000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508360601c15156101b2565b7ff04f3db2000000000000000000000000000000000000000000000000000000005f523460045260245260445ffd5b346103de575f6003193601126103de5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b6102406003193601126103de576106446110cc565b8034036105c657610653611075565b603f81601a1c16610c5f57610666611088565b6107ff8160151c16610c095761067a61109b565b6107ff8160151c16610bb3576101e4358060f81c610b64576064357f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001811015610b1557608435917f30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001831015610ac557605160ff6106f56110ae565b161015610a6b57610704611075565b9061014093604051936107178686611006565b8536863763ffffffff610728611088565b16661fffffffe0000061073961109b565b60151b16176020860152604085015260608401526101643580151581036103de5715610a655760015b60a43564ffffffffff8116908181036103de575060c43564ffffffffff811681036103de5760e43563ffffffff811681036103de57610104359163ffffffff831683036103de57610124359361ffff851685036103de57610144359564ffffffffff871687036103de576dffffffff0000000000000000000071ffffffff000000000000000000000000000073ffff00000000000000000000000000000000000078ffffffffff000000000000000000000000000000000000000079ff0000000000000000000000000000000000000000000000000069ffffffffff00000000009560c81b169a60a01b169860901b169660701b169460501b169260281b16171717171717608084015260ff6108766110ae565b166101a435906bffffffffffffffffffffffff821682036103de576101c4356bffffffffffffffffffffffff811681036103de5778ffffffffffffffffffffffff00000000000000000000000000816cffffffffffffffffffffffff00925060681b169260081b16171760a084015260c0830152610204356dffffffffffffffffffffffffffff8116908181036103de5750610224356dffffffffffffffffffffffffffff811681036103de5760701b7bffffffffffffffffffffffffffff0000000000000000000000000000161760e0830152610952611131565b61100081101561043f575060029064ffffffff003360221b9160081b16171781525f549060405160208101908183905f905b600a8210610a4f5750505084815261099e61016082611006565b519020680100000000000000008310156103fc57600183015f556109c18361105f565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff829392549160031b92831b921b191617905560405190815f905b600a8210610a39575050506002827fc063c521c24c4142b5237029720bddf524e3129d3a4f336de83b8d839ec954796020953394a4604051908152f35b60208060019285518152019301910190916109fc565b6020806001928551815201930191019091610984565b5f610762565b60ff610a756110ae565b7fa25ec129000000000000000000000000000000000000000000000000000000005f527f726577617264546f6b656e0000000000000000000000000000000000000000006004521660245260445ffd5b827fa25ec129000000000000000000000000000000000000000000000000000000005f527f6973737565724b6579590000000000000000000000000000000000000000000060045260245260445ffd5b7fa25ec129000000000000000000000000000000000000000000000000000000005f527f6973737565724b6579580000000000000000000000000000000000000000000060045260245260445ffd5b7fa25ec129000000000000000000000000000000000000000000000000000000005f527f72756c657348617368000000000000000000000000000000000000000000000060045260245260445ffd5b63ffffffff907fa25ec129000000000000000000000000000000000000000000000000000000005f527f70726576696f75730000000000000000000000000000000000000000000000006004521660245260445ffd5b63ffffffff907fa25ec129000000000000000000000000000000000000000000000000000000005f527f71756573740000000000000000000000000000000000000000000000000000006004521660245260445ffd5b63ffffffff907fa25ec129000000000000000000000000000000000000000000000000000000005f527f6163636f756e74000000000000000000000000000000000000000000000000006004521660245260445ffd5b346103de575f6003193601126103de576040517fa8e4fb9000000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa9081156103d3575f91610e10575b505f8080804773ffffffffffffffffffffffffffffffffffffffff861695867f771ed2e42c9e4d72a2a8cb34c02a7ec4a2b63f52248fdd826a228b4a3e01c5646020604051858152a25af13d15610e0b573d67ffffffffffffffff81116103fc5760405190610dcf60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160183611006565b81525f60203d92013e5b15610de057005b7fb6c30e5f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b610dd9565b90506020813d602011610e57575b81610e2b60209383611006565b810103126103de575173ffffffffffffffffffffffffffffffffffffffff811681036103de5781610d38565b3d9150610e1e565b346103de5760406003193601126103de57602435600435610e808282610fcc565b5f54809111610f885750610e9382611047565b91610ea16040519384611006565b808352610ead81611047565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020850193013684375f5b828110610f25578385604051918291602083019060208452518091526040830191905f5b818110610f0c575050500390f35b8251845285945060209384019390920191600101610efe565b610f37610f328284610fcc565b61105f565b90549060031b1c908551811015610f5b5760019160208260051b8801015201610eda565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7fd2c66d53000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b346103de575f6003193601126103de576020905f548152f35b91908201809211610fd957565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176103fc57604052565b67ffffffffffffffff81116103fc5760051b60200190565b5f54811015610f5b575f805260205f2001905f90565b60043563ffffffff811681036103de5790565b60243563ffffffff811681036103de5790565b60443563ffffffff811681036103de5790565b6101843560ff811681036103de5790565b91908203918211610fd957565b7f0000000000000000000000000000000000000000000000000000000000000000806110f757505f90565b6110ff611131565b908181029181830403610fd9576032611119920490610fcc565b90565b519067ffffffffffffffff821682036103de57565b5f54604051907fa043867900000000000000000000000000000000000000000000000000000000825260808260048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa9182156103d3575f926111c0575b5067ffffffffffffffff606061111993015116906110bf565b91506080823d60801161124e575b816111db60809383611006565b810103126103de57604051916080830183811067ffffffffffffffff8211176103fc5761111993611242606067ffffffffffffffff948194604052805184526112266020820161111c565b60208501526112376040820161111c565b60408501520161111c565b828201529350506111a7565b3d91506111ce56'
