// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IRollup} from "./IRollup.sol";

/// @notice A credential (CUBE) of the slot. Its id is its place in the credentials tree.
/// @param account Slot account that holds it.
/// @param quest Index of the quest.
/// @param serial Place among the quest's credentials, from 0.
/// @param issuedAt Unix seconds, the timestamp of its batch.
struct Credential {
    uint256 index;
    uint256 account;
    uint256 quest;
    uint256 serial;
    uint256 issuedAt;
}

/// @notice The fields whose hash is a state root, in order.
struct StateFields {
    uint256 accountsRoot;
    uint256 accountCount;
    uint256 credentialsRoot;
    uint256 credentialCount;
    uint256 questsRoot;
    uint256 vaultsRoot;
    uint256 inboxIndex;
}

/// @notice Where a credential lies under a state root.
/// @param batch A final batch among the last 256; its root is the one that is compared.
/// @param flags The leaf's flags.
/// @param evidenceRoot Root of the mint group's evidence digests.
/// @param path Two siblings a level from the leaf upwards, in the order of their positions.
struct StateProof {
    uint64 batch;
    StateFields state;
    uint256 flags;
    uint256 evidenceRoot;
    uint256[2][20] path;
}

/// @title Reads a slot's credentials for other contracts.
/// @notice Two ways: under a final state root with a Poseidon2 path (works for every final batch, about 500k gas), or under the keccak root
/// of an indexed batch (cheap). A caller states how old the answer may be. When a credential expires is a term of its quest, not of the
/// leaf; whose account it is, the slot's accounts tree says.
interface ICubeReader {
    /// @notice ERC-5192: emitted by tokens when they lock. Never emitted here: credentials are born locked and stay so.
    event Locked(uint256 tokenId);
    event Unlocked(uint256 tokenId);

    error FieldTooWide(bytes32 field, uint256 found);

    /// @notice True when the credential's leaf lies under the root of `proof.batch`, that batch is final and its root is not older than
    /// `maxAge` seconds. A revoked credential has another leaf, so it is false under newer roots.
    function isValidByState(Credential calldata credential, StateProof calldata proof, uint64 maxAge) external view returns (bool);

    /// @notice True when the credential was minted in indexed batch `batch`, not revoked, and the index is not older than `maxAge` seconds.
    /// @param path Siblings in the batch's keccak tree.
    function isValid(Credential calldata credential, uint64 batch, bytes32[] calldata path, uint64 maxAge)
        external
        view
        returns (bool);

    /// @notice What the index knows of a credential, and how far and until when it knows.
    /// @return minted It was minted in batch `batch`.
    /// @return revoked It was revoked by a batch up to `indexedThrough`.
    /// @return indexedThrough Newest indexed batch.
    /// @return rootTime That batch's timestamp.
    function read(Credential calldata credential, uint64 batch, bytes32[] calldata path)
        external
        view
        returns (bool minted, bool revoked, uint64 indexedThrough, uint64 rootTime);

    /// @notice The state root that a proof leads to.
    function stateRoot(Credential calldata credential, StateProof calldata proof) external pure returns (bytes32);

    /// @notice ERC-5192: a credential cannot be transferred, whichever it is.
    function locked(uint256 index) external pure returns (bool);

    function rollup() external view returns (IRollup);
}
