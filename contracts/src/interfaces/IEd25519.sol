// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Checks ed25519 signatures (RFC 8032), as Solana wallets make them.
interface IEd25519 {
    /// @notice True for a signature of `message` by `key`. Strict: canonical encodings, S below the group's order, neither key nor R of
    /// small order, and the equation without the cofactor. Never reverts but for want of gas.
    /// @param signature R and S, 64 bytes; any other length is false.
    function verify(bytes32 key, bytes calldata signature, bytes calldata message) external view returns (bool);
}
