// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {StateFields} from "../interfaces/ICubeReader.sol";
import {Constants} from "./Constants.sol";
import {Poseidon2} from "./Poseidon2.sol";

/// @title The slot's 3-ary Poseidon2 trees (rollup README, "Primitives" and "State"). Paths are shown whole.
library StateTree {
    /// @notice The root over seven fields.
    function stateRoot(bytes memory rounds, StateFields calldata state) internal pure returns (bytes32) {
        uint256[] memory fields = new uint256[](7);
        fields[0] = state.accountsRoot;
        fields[1] = state.accountCount;
        fields[2] = state.credentialsRoot;
        fields[3] = state.credentialCount;
        fields[4] = state.questsRoot;
        fields[5] = state.vaultsRoot;
        fields[6] = state.inboxIndex;
        return bytes32(Poseidon2.hash(rounds, Constants.TAG_STATE, fields));
    }

    /// @notice The node above `node`, whose place among its two siblings is the lowest base-3 digit of `index`.
    function parent(bytes memory rounds, uint256 node, uint256 index, uint256[2] calldata siblings) internal pure returns (uint256) {
        (uint256 first, uint256 second) = (siblings[0], siblings[1]);
        uint256 digit = index % 3;
        uint256[3] memory children = digit == 0 ? [node, first, second] : digit == 1 ? [first, node, second] : [first, second, node];
        return Poseidon2.hash3(rounds, Constants.TAG_NODE, children);
    }

    /// @notice The root that a leaf of a tree of depth 20 (credentials, vaults) leads to.
    function root20(bytes memory rounds, uint256 node, uint256 index, uint256[2][20] calldata path) internal pure returns (uint256) {
        for (uint256 level; level < 20; ++level) {
            node = parent(rounds, node, index, path[level]);
            index /= 3;
        }
        return node;
    }

    /// @notice As `root20` for the accounts.
    function root16(bytes memory rounds, uint256 node, uint256 index, uint256[2][16] calldata path) internal pure returns (uint256) {
        for (uint256 level; level < 16; ++level) {
            node = parent(rounds, node, index, path[level]);
            index /= 3;
        }
        return node;
    }

    /// @notice As `root20` for the quests.
    function root13(bytes memory rounds, uint256 node, uint256 index, uint256[2][13] calldata path) internal pure returns (uint256) {
        for (uint256 level; level < 13; ++level) {
            node = parent(rounds, node, index, path[level]);
            index /= 3;
        }
        return node;
    }
}
