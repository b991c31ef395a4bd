// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice The scalar field of BN254: every word, root and public input of the slot is below `P`.
library Field {
    uint256 internal constant P = 21888242871839275222246405745257275088548364400416034343698204186575808495617;

    /// @notice A hash brought into the field.
    function reduce(bytes32 value) internal pure returns (uint256) {
        return uint256(value) % P;
    }
}
