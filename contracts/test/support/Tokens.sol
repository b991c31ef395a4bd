// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A token as good ones are: EIP-2612 and EIP-3009.
contract GoodToken is ERC20Permit {
    bytes32 private constant RECEIVE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );
    mapping(address owner => mapping(bytes32 nonce => bool)) private _used;

    constructor() ERC20("Good", "GOOD") ERC20Permit("Good") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function receiveWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        require(to == msg.sender, "caller");
        require(block.timestamp > validAfter && block.timestamp < validBefore, "time");
        require(!_used[from][nonce], "nonce");
        require(ECDSA.recover(authorizationDigest(from, to, value, validAfter, validBefore, nonce), v, r, s) == from, "signature");
        _used[from][nonce] = true;
        _transfer(from, to, value);
    }

    function authorizationState(address authorizer, bytes32 nonce) external view returns (bool) {
        return _used[authorizer][nonce];
    }

    function authorizationDigest(address from, address to, uint256 value, uint256 validAfter, uint256 validBefore, bytes32 nonce)
        public
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(keccak256(abi.encode(RECEIVE, from, to, value, validAfter, validBefore, nonce)));
    }
}

/// @notice Keeps a hundredth of what is sent; can be told to take more from the sender, to refuse an address, or to call back.
contract BadToken is ERC20 {
    uint256 public toll = 100;
    uint256 public surcharge;
    address public blocked;
    address private _hook;
    bytes private _call;

    constructor() ERC20("Bad", "BAD") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setToll(uint256 toll_, uint256 surcharge_) external {
        (toll, surcharge) = (toll_, surcharge_);
    }

    function setBlocked(address who) external {
        blocked = who;
    }

    /// @dev What happens in the middle of the next transfer.
    function setHook(address to, bytes calldata data) external {
        (_hook, _call) = (to, data);
    }

    function _update(address from, address to, uint256 value) internal override {
        require(to != blocked || to == address(0), "blocked");
        if (from == address(0)) return super._update(from, to, value);
        uint256 kept = toll == 0 ? 0 : value / toll;
        super._update(from, to, value - kept);
        if (kept + surcharge != 0) super._update(from, address(this), kept + surcharge);
        if (_hook != address(0)) {
            address hook = _hook;
            _hook = address(0);
            (bool ok, bytes memory reason) = hook.call(_call);
            if (!ok) {
                assembly ("memory-safe") {
                    revert(add(reason, 0x20), mload(reason))
                }
            }
        }
    }
}
