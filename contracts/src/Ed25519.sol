// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEd25519} from "./interfaces/IEd25519.sol";
import {Edwards25519} from "./libraries/Edwards25519.sol";
import {Sha512} from "./libraries/Sha512.sol";

/// @title ed25519. See {IEd25519}. Without state: one for all slots of a chain.
contract Ed25519 is IEd25519 {
    /// @inheritdoc IEd25519
    function verify(bytes32 key, bytes calldata signature, bytes calldata message) external view returns (bool) {
        if (signature.length != 64) return false;
        bytes32 r = bytes32(signature[:32]);
        uint256 s = reverse(uint256(bytes32(signature[32:])));
        if (s >= Edwards25519.ORDER) return false;
        (bool onCurve, uint256 x, uint256 y) = Edwards25519.decode(reverse(uint256(key)));
        if (!onCurve) return false;
        (bytes32 high, bytes32 low) = Sha512.hash(abi.encodePacked(r, key, message));
        uint256 k = _reduce(reverse(uint256(high)), reverse(uint256(low)));
        (bool good, uint256 encoded) = Edwards25519.commitment(x, y, s, k);
        return good && encoded == reverse(uint256(r));
    }

    /// @notice The bytes of a word in the other order: RFC 8032 counts from the least significant byte.
    function reverse(uint256 v) internal pure returns (uint256) {
        v = ((v & 0xFF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00) >> 8)
            | ((v & 0x00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF) << 8);
        v = ((v & 0xFFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000) >> 16)
            | ((v & 0x0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF) << 16);
        v = ((v & 0xFFFFFFFF00000000FFFFFFFF00000000FFFFFFFF00000000FFFFFFFF00000000) >> 32)
            | ((v & 0x00000000FFFFFFFF00000000FFFFFFFF00000000FFFFFFFF00000000FFFFFFFF) << 32);
        v = ((v & 0xFFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF0000000000000000) >> 64)
            | ((v & 0x0000000000000000FFFFFFFFFFFFFFFF0000000000000000FFFFFFFFFFFFFFFF) << 64);
        return (v >> 128) | (v << 128);
    }

    /// @dev The digest as a number of 512 bits modulo the group's order. Its first half holds the low bits.
    function _reduce(uint256 low, uint256 high) private pure returns (uint256) {
        uint256 order = Edwards25519.ORDER;
        return addmod(mulmod(high, Edwards25519.TWO_TO_256, order), low, order);
    }
}
