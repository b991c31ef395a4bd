// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title A keccak tree with sorted pairs; an odd node moves up unchanged.
/// @notice Proofs verify with any sorted-pair verifier. Leaves must be hashes of something that is not 64 bytes long, so that no node
/// can be read as a leaf.
library KeccakTree {
    /// @notice Root over the first `count` of `nodes`, which are overwritten. 0 for none.
    function root(bytes32[] memory nodes, uint256 count) internal pure returns (bytes32) {
        if (count == 0) return 0;
        while (count > 1) {
            uint256 next;
            for (uint256 i; i < count; i += 2) {
                nodes[next++] = i + 1 < count ? pair(nodes[i], nodes[i + 1]) : nodes[i];
            }
            count = next;
        }
        return nodes[0];
    }

    /// @notice The node over two, in either order.
    function pair(bytes32 a, bytes32 b) internal pure returns (bytes32 result) {
        (bytes32 low, bytes32 high) = a < b ? (a, b) : (b, a);
        assembly ("memory-safe") {
            mstore(0x00, low)
            mstore(0x20, high)
            result := keccak256(0x00, 0x40)
        }
    }

    /// @notice True when `leaf` lies under `expected` along `path` (siblings from the leaf upwards).
    function verify(bytes32 leaf, bytes32[] calldata path, bytes32 expected) internal pure returns (bool) {
        for (uint256 i; i < path.length; ++i) {
            leaf = pair(leaf, path[i]);
        }
        return leaf == expected;
    }
}
