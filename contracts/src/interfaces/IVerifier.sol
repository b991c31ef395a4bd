// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title A generated UltraHonk verifier: one circuit, its verifying key in the code.
interface IVerifier {
    /// @notice True for a valid proof; reverts for any other.
    function verify(bytes calldata proof, bytes32[] calldata publicInputs) external view returns (bool);
}
