// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.
// sources 745eec1a12e1ecbcd5969b4691c81bac234080adf7c0a10ba2e0469c71c430be
export const zkLaneAbi = [
  {
    "inputs": [
      {
        "internalType": "uint8[]",
        "name": "circuits",
        "type": "uint8[]"
      },
      {
        "internalType": "contract IVerifier[]",
        "name": "verifiers",
        "type": "address[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "circuit",
        "type": "uint8"
      }
    ],
    "name": "CircuitTwice",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "circuit",
        "type": "uint8"
      }
    ],
    "name": "VerifierUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "circuit",
        "type": "uint8"
      }
    ],
    "name": "VerifierWithoutCode",
    "type": "error"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "uint256",
            "name": "domain",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "batch",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "input",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challenge",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          }
        ],
        "internalType": "struct Statement",
        "name": "statement",
        "type": "tuple"
      }
    ],
    "name": "publicInputs",
    "outputs": [
      {
        "internalType": "bytes32[]",
        "name": "inputs",
        "type": "bytes32[]"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "circuit",
        "type": "uint8"
      }
    ],
    "name": "verifier",
    "outputs": [
      {
        "internalType": "contract IVerifier",
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
        "components": [
          {
            "internalType": "uint256",
            "name": "domain",
            "type": "uint256"
          },
          {
            "internalType": "uint64",
            "name": "batch",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "circuit",
            "type": "uint8"
          },
          {
            "internalType": "bytes32",
            "name": "oldRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "newRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "timestamp",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "input",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "dataCommit",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "effects",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "challenge",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "evaluation",
            "type": "uint256"
          },
          {
            "internalType": "address",
            "name": "recipient",
            "type": "address"
          }
        ],
        "internalType": "struct Statement",
        "name": "statement",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "proof",
        "type": "bytes"
      }
    ],
    "name": "verify",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

export const zkLaneBytecode = '0x6080604052346101d65761077f80380380610019816101f4565b92833981016040828203126101d65781516001600160401b0381116101d65782019181601f840112156101d65782516100596100548261022d565b6101f4565b9360208086848152019260051b820101908482116101d657602001915b8183106101da575050506020810151906001600160401b0382116101d657019080601f830112156101d6578151906100b06100548361022d565b9260208085858152019360051b8201019182116101d657602001915b8183106101b6575050505f5b82518110156101a7576001600160a01b036100f38284610244565b51163b156101875760ff6101078285610244565b51165f908152602081905260409020546001600160a01b0316610167576001906001600160a01b036101398285610244565b511660ff6101478387610244565b51165f525f60205260405f2090838060a01b0319825416179055016100d8565b61017360ff9184610244565b51166308d9aac960e31b5f5260045260245ffd5b61019360ff9184610244565b5116632ba3d5bd60e21b5f5260045260245ffd5b604051610512908161026d8239f35b82516001600160a01b03811681036101d6578152602092830192016100cc565b5f80fd5b825160ff811681036101d657815260209283019201610076565b6040519190601f01601f191682016001600160401b0381118382101761021957604052565b634e487b7160e01b5f52604160045260245ffd5b6001600160401b0381116102195760051b60200190565b80518210156102585760209160051b010190565b634e487b7160e01b5f52603260045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816397d63b201461028e575080639fef8d281461023b5763da93eab71461003d575f80fd5b346101ee577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101a081126101ee57610180136101ee576101843567ffffffffffffffff81116101ee57366023820112156101ee5780600401359067ffffffffffffffff82116101ee5736602483830101116101ee5760ff6100bf610502565b165f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f205416908115610205576020916024849261019c6100fa610394565b60647fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f6040519a8b998a9889987fea50d0e4000000000000000000000000000000000000000000000000000000008a52604060048b01528260448b015201858901375f848289010152011684017ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc828683030101602486015201906102f3565b03915afa80156101fa575f906101ba575b6020906040519015158152f35b506020813d6020116101f2575b816101d460209383610326565b810103126101ee575180151581036101ee576020906101ad565b5f80fd5b3d91506101c7565b6040513d5f823e3d90fd5b60ff61020f610502565b7fc13d3673000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346101ee576101807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ee5761028a610276610394565b6040519182916020835260208301906102f3565b0390f35b346101ee5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101ee576004359060ff82168092036101ee576020915f525f825273ffffffffffffffffffffffffffffffffffffffff60405f2054168152f35b90602080835192838152019201905f5b8181106103105750505090565b8251845260209384019390920191600101610303565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761036757604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b604051907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06101606103c68185610326565b600a845201366020840137818051156104d55760208101600435905260243567ffffffffffffffff8116908181036101ee57508151600110156104d55760408201528051600210156104d55760643560608201528051600310156104d55760808101608435905260a43567ffffffffffffffff8116908181036101ee57508151600410156104d55760a08201528051600510156104d55760e43560c08201528051600610156104d5576101043560e08201528051600710156104d557610124356101008201528051600810156104d5576101208101610144359052610164359073ffffffffffffffffffffffffffffffffffffffff82168092036101ee578051600910156104d5576101400152565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b60443560ff811681036101ee579056'
