// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Credential, ICubeReader, StateFields, StateProof} from "./interfaces/ICubeReader.sol";
import {IRollup} from "./interfaces/IRollup.sol";
import {Constants} from "./libraries/Constants.sol";
import {KeccakTree} from "./libraries/KeccakTree.sol";
import {Poseidon2} from "./libraries/Poseidon2.sol";

/// @title Reads a slot's credentials for other contracts. See {ICubeReader}.
contract CubeReader is ICubeReader {
    bytes4 private constant ERC165 = 0x01ffc9a7;
    bytes4 private constant ERC5192 = 0xb45a3c0e;

    IRollup public immutable rollup;

    constructor(IRollup rollup_) {
        rollup = rollup_;
    }

    /// @inheritdoc ICubeReader
    function isValidByState(Credential calldata credential, StateProof calldata proof, uint64 maxAge) external view returns (bool) {
        (bool known, bytes32 root, uint64 timestamp) = rollup.finalRoot(proof.batch);
        if (!known || block.timestamp > uint256(timestamp) + maxAge) return false;
        return stateRoot(credential, proof) == root;
    }

    /// @inheritdoc ICubeReader
    function isValid(Credential calldata credential, uint64 batch, bytes32[] calldata path, uint64 maxAge)
        external
        view
        returns (bool)
    {
        (bool minted, bool revoked,, uint64 rootTime) = read(credential, batch, path);
        return minted && !revoked && block.timestamp <= uint256(rootTime) + maxAge;
    }

    /// @inheritdoc ICubeReader
    function read(Credential calldata credential, uint64 batch, bytes32[] calldata path)
        public
        view
        returns (bool minted, bool revoked, uint64 indexedThrough, uint64 rootTime)
    {
        bytes32 root = rollup.credentialsHash(batch);
        bytes32 leaf = keccak256(
            abi.encode(credential.index, credential.account, credential.quest, credential.serial, credential.issuedAt)
        );
        minted = root != 0 && KeccakTree.verify(leaf, path, root);
        // The slot has no transaction that revokes in this version.
        revoked = false;
        indexedThrough = rollup.indexedThrough();
        rootTime = rollup.indexedTimestamp();
    }

    /// @inheritdoc ICubeReader
    function stateRoot(Credential calldata credential, StateProof calldata proof) public pure returns (bytes32) {
        bytes memory rounds = Poseidon2.constants();
        uint256 credentialsRoot = _credentialsRoot(rounds, credential, proof);
        StateFields calldata state = proof.state;
        if (credentialsRoot != state.credentialsRoot) return 0;
        uint256[] memory fields = new uint256[](7);
        fields[0] = state.accountsRoot;
        fields[1] = state.accountCount;
        fields[2] = credentialsRoot;
        fields[3] = state.credentialCount;
        fields[4] = state.questsRoot;
        fields[5] = state.vaultsRoot;
        fields[6] = state.inboxIndex;
        return bytes32(Poseidon2.hash(rounds, Constants.TAG_STATE, fields));
    }

    /// @inheritdoc ICubeReader
    function locked(uint256) external pure returns (bool) {
        return true;
    }

    /// @notice ERC-165: this interface, ERC-165 and ERC-5192.
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == ERC165 || id == ERC5192 || id == type(ICubeReader).interfaceId;
    }

    function _credentialsRoot(bytes memory rounds, Credential calldata credential, StateProof calldata proof)
        private
        pure
        returns (uint256 node)
    {
        if (credential.index >= Constants.CAPACITY_CREDENTIALS) revert FieldTooWide("index", credential.index);
        node = Poseidon2.hash3(
            rounds, Constants.TAG_CREDENTIAL, [credential.account, _packed(credential, proof.flags), proof.evidenceRoot]
        );
        uint256 digits = credential.index;
        for (uint256 level; level < Constants.DEPTH_CREDENTIALS; ++level) {
            (uint256 first, uint256 second) = (proof.path[level][0], proof.path[level][1]);
            uint256 digit = digits % 3;
            uint256[3] memory children =
                digit == 0 ? [node, first, second] : digit == 1 ? [first, node, second] : [first, second, node];
            node = Poseidon2.hash3(rounds, Constants.TAG_NODE, children);
            digits /= 3;
        }
    }

    /// @dev Each field in its own bits: a field that is too wide would be read as its neighbour.
    function _packed(Credential calldata credential, uint256 flags) private pure returns (uint256) {
        _requireWidth("account", credential.account, Constants.BITS_ACCOUNT);
        _requireWidth("quest", credential.quest, Constants.BITS_QUEST);
        _requireWidth("serial", credential.serial, Constants.BITS_SERIAL);
        _requireWidth("issuedAt", credential.issuedAt, Constants.BITS_TIME);
        _requireWidth("flags", flags, Constants.BITS_FLAGS);
        return credential.quest | (credential.serial << 21) | (credential.issuedAt << 53) | (flags << 93);
    }

    function _requireWidth(bytes32 field, uint256 value, uint256 bits) private pure {
        if (value >> bits != 0) revert FieldTooWide(field, value);
    }
}
