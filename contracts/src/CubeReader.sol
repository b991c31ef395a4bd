// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Credential, ICubeReader, StateProof} from "./interfaces/ICubeReader.sol";
import {IRollup} from "./interfaces/IRollup.sol";
import {Constants} from "./libraries/Constants.sol";
import {KeccakTree} from "./libraries/KeccakTree.sol";
import {Poseidon2} from "./libraries/Poseidon2.sol";
import {StateTree} from "./libraries/StateTree.sol";

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
        revoked = rollup.revoked(credential.index);
        indexedThrough = rollup.indexedThrough();
        rootTime = rollup.indexedTimestamp();
    }

    /// @inheritdoc ICubeReader
    function stateRoot(Credential calldata credential, StateProof calldata proof) public pure returns (bytes32) {
        bytes memory rounds = Poseidon2.constants();
        uint256 credentialsRoot = _credentialsRoot(rounds, credential, proof);
        if (credentialsRoot != proof.state.credentialsRoot) return 0;
        return StateTree.stateRoot(rounds, proof.state);
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
        returns (uint256)
    {
        if (credential.index >= Constants.CAPACITY_CREDENTIALS) revert FieldTooWide("index", credential.index);
        uint256 node = Poseidon2.hash3(
            rounds, Constants.TAG_CREDENTIAL, [credential.account, _packed(credential, proof.flags), proof.evidenceRoot]
        );
        return StateTree.root20(rounds, node, credential.index, proof.path);
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
