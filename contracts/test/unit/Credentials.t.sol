// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim, IRollup} from "../../src/interfaces/IRollup.sol";
import {Credential, ICubeReader, StateProof} from "../../src/interfaces/ICubeReader.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {KeccakTree} from "../../src/libraries/KeccakTree.sol";
import {Poseidon2} from "../../src/libraries/Poseidon2.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract CredentialsTest is SlotTest {
    uint64 private constant MAX_AGE = 1 days;

    function setUp() public {
        deploy(1, 0);
    }

    function test_indexBatch_refuses_a_gap_a_batch_that_is_not_final_and_other_words() public {
        (Claim memory first, bytes memory words) = proposeMints(bytes32(uint256(2)), 5, 10);
        (Claim memory second, bytes memory secondWords) = proposeMints(bytes32(uint256(3)), 5, 10);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotFinal.selector, 1));
        rollup.indexBatch(first, words);
        voteFor(first, ZK);
        voteFor(second, ZK);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchOutOfOrder.selector, 2, 1));
        rollup.indexBatch(second, secondWords);
        words[words.length - 1] ^= 0x01;
        vm.expectRevert(abi.encodeWithSelector(IRollup.WordsMismatch.selector, keccak256(words), first.wordsHash));
        rollup.indexBatch(first, words);
        first.lengths ^= 1;
        vm.expectRevert(abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 1));
        rollup.indexBatch(first, words);
    }

    function test_isValid_answers_for_every_member_and_nobody_else(uint8 size, uint8 other) public {
        uint256 members = bound(size, 1, 27);
        // A first batch of the same quest, so that serials and indices do not start at 0.
        index(2, 5, 4);
        index(3, 5, members);
        vm.assertEq(rollup.minted(5), 4 + members, "minted");
        vm.assertEq(rollup.indexedThrough(), 2, "indexed");
        bytes32[] memory leaves = new bytes32[](members);
        Credential[] memory credentials = new Credential[](members);
        for (uint256 i; i < members; ++i) {
            // The first batch took one account word; the next batch starts at the next multiple of 27.
            credentials[i] = Credential({index: 27 + i, account: i + 1, quest: 5, serial: 4 + i, issuedAt: START});
            leaves[i] = leafOf(credentials[i]);
        }
        for (uint256 i; i < members; ++i) {
            bytes32[] memory path = pathOf(leaves, i);
            vm.assertTrue(reader.isValid(credentials[i], 2, path, MAX_AGE), "member");
            vm.assertTrue(!reader.isValid(credentials[i], 1, path, MAX_AGE), "another batch");
            Credential memory forged = credentials[i];
            if (other % 5 == 0) forged.index += 1;
            if (other % 5 == 1) forged.account += 1;
            if (other % 5 == 2) forged.quest += 1;
            if (other % 5 == 3) forged.serial += 1;
            if (other % 5 == 4) forged.issuedAt += 1;
            vm.assertTrue(!reader.isValid(forged, 2, path, MAX_AGE), "forged");
        }
    }

    function test_two_groups_take_whole_words_each() public {
        // Group 0: quest 5, one member; group 1: quest 6, two members. Each has a word of its own.
        bytes memory words = abi.encode((uint256(2) << 16) | (uint256(2) << 32), 5 | (1 << 21), uint256(7), uint256(8), uint256(9));
        words = abi.encodePacked(words, abi.encode(6 | (2 << 21), uint256(7), uint256(8), uint256(9), uint256(11), 12 | (13 << 26)));
        finalAndIndexed(2, words, pack(1, 0, 8, 2, 0));
        bytes32[] memory leaves = new bytes32[](3);
        leaves[0] = leafOf(Credential(0, 11, 5, 0, START));
        leaves[1] = leafOf(Credential(9, 12, 6, 0, START));
        leaves[2] = leafOf(Credential(10, 13, 6, 1, START));
        vm.assertTrue(reader.isValid(Credential(9, 12, 6, 0, START), 1, pathOf(leaves, 1), MAX_AGE), "second group");
        vm.assertTrue(reader.isValid(Credential(10, 13, 6, 1, START), 1, pathOf(leaves, 2), MAX_AGE), "its second member");
    }

    function test_a_revoked_credential_is_not_valid(uint8 which, uint32 reason) public {
        index(2, 5, 4);
        bytes32[] memory leaves = new bytes32[](4);
        Credential[] memory credentials = new Credential[](4);
        for (uint256 i; i < 4; ++i) {
            credentials[i] = Credential({index: i, account: i + 1, quest: 5, serial: i, issuedAt: START});
            leaves[i] = leafOf(credentials[i]);
        }
        which = uint8(bound(which, 0, 3));
        uint256[10][] memory entries = new uint256[10][](2);
        entries[0] = withdrawEntry(0, 5, address(this)); // another kind with the same word is not a revoke
        entries[0][1] = (which + 1) % 4;
        entries[1][0] = Constants.KIND_REVOKE;
        entries[1][1] = which + uint256(reason) * 2 ** 32;
        entries[1][9] = 1;
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(3)), 2, entries, 0);
        vm.assertTrue(reader.isValid(credentials[which], 1, pathOf(leaves, which), MAX_AGE), "the index does not know yet");
        rollup.indexBatch(claim, words);
        for (uint256 i; i < 4; ++i) {
            (bool minted, bool revoked, uint64 through,) = reader.read(credentials[i], 1, pathOf(leaves, i));
            vm.assertTrue(minted && revoked == (i == which) && through == 2, "read");
            vm.assertTrue(reader.isValid(credentials[i], 1, pathOf(leaves, i), MAX_AGE) == (i != which), "valid");
            vm.assertTrue(rollup.revoked(i) == (i == which), "bitmap");
        }
    }

    function test_isValid_refuses_an_index_that_is_too_old(uint64 age) public {
        index(2, 5, 1);
        bytes32[] memory none = new bytes32[](0);
        Credential memory credential = Credential(0, 1, 5, 0, START);
        uint256 wait = bound(age, 0, 3 * MAX_AGE);
        vm.warp(START + wait);
        vm.assertTrue(reader.isValid(credential, 1, none, MAX_AGE) == (wait <= MAX_AGE), "age");
    }

    function test_a_batch_without_mints_holds_no_credential() public {
        finalAndIndexed(2, abi.encode(uint256(1), uint256(5)), pack(1, 1, 0, 0, 0));
        vm.assertEq(rollup.credentialsHash(1), 0, "no root");
        vm.assertTrue(!reader.isValid(Credential(0, 0, 0, 0, 0), 1, new bytes32[](0), MAX_AGE), "nothing is valid");
    }

    function test_isValidByState_follows_the_path_to_a_final_root(uint256 place, uint256 seed) public {
        (Credential memory credential, StateProof memory proof, bytes32 root) = state(place, seed);
        (Claim memory claim,) = proposeMints(root, 5, 1);
        proof.batch = 1;
        vm.assertTrue(!reader.isValidByState(credential, proof, MAX_AGE), "not final yet");
        voteFor(claim, ZK);
        vm.assertTrue(reader.isValidByState(credential, proof, MAX_AGE), "final");
        vm.warp(START + MAX_AGE + 1);
        vm.assertTrue(!reader.isValidByState(credential, proof, MAX_AGE), "too old");
        vm.assertTrue(reader.isValidByState(credential, proof, MAX_AGE + 1), "old enough for who accepts it");
    }

    function test_isValidByState_refuses_any_change(uint256 place, uint256 seed, uint8 field, uint8 level) public {
        (Credential memory credential, StateProof memory proof, bytes32 root) = state(place, seed);
        (Claim memory claim,) = proposeMints(root, 5, 1);
        voteFor(claim, ZK);
        proof.batch = 1;
        field = uint8(bound(field, 0, 9));
        if (field == 0) credential.index = (credential.index + 1) % Constants.CAPACITY_CREDENTIALS;
        if (field == 1) credential.account ^= 1;
        if (field == 2) credential.quest ^= 1;
        if (field == 3) credential.serial ^= 1;
        if (field == 4) credential.issuedAt ^= 1;
        if (field == 5) proof.flags ^= 1;
        if (field == 6) proof.evidenceRoot ^= 1;
        if (field == 7) proof.path[level % 20][level % 2] ^= 1;
        if (field == 8) proof.state.accountCount ^= 1;
        if (field == 9) proof.state.credentialsRoot ^= 1;
        vm.assertTrue(!reader.isValidByState(credential, proof, MAX_AGE), "changed");
    }

    function test_isValidByState_refuses_fields_that_overlap() public {
        (Credential memory credential, StateProof memory proof,) = state(1, 2);
        credential.quest = 1 << 21;
        refusedWidth(credential, proof, "quest", 1 << 21);
        credential.quest = 0;
        credential.serial = 1 << 32;
        refusedWidth(credential, proof, "serial", 1 << 32);
        credential.serial = 0;
        credential.index = Constants.CAPACITY_CREDENTIALS;
        refusedWidth(credential, proof, "index", Constants.CAPACITY_CREDENTIALS);
    }

    function test_says_that_credentials_are_locked(uint256 id) public view {
        vm.assertTrue(reader.locked(id), "locked");
        vm.assertTrue(reader.supportsInterface(0xb45a3c0e), "ERC-5192");
        vm.assertTrue(reader.supportsInterface(0x01ffc9a7), "ERC-165");
        vm.assertTrue(!reader.supportsInterface(0xffffffff), "ERC-165 forbids this id");
    }

    function refusedWidth(Credential memory credential, StateProof memory proof, bytes32 field, uint256 found) private {
        vm.expectRevert(abi.encodeWithSelector(ICubeReader.FieldTooWide.selector, field, found));
        reader.stateRoot(credential, proof);
    }

    function index(uint256 root, uint256 quest, uint256 members) private {
        (bytes memory words, uint256 lengths) = mintWords(quest, members);
        finalAndIndexed(root, words, lengths);
    }

    function finalAndIndexed(uint256 root, bytes memory words, uint256 lengths) private {
        Claim memory claim = proposeWords(bytes32(root), words, lengths);
        voteFor(claim, ZK);
        rollup.indexBatch(claim, words);
    }

    function leafOf(Credential memory c) private pure returns (bytes32) {
        return keccak256(abi.encode(c.index, c.account, c.quest, c.serial, c.issuedAt));
    }

    /// @dev Siblings of a leaf, level by level.
    function pathOf(bytes32[] memory leaves, uint256 position) private pure returns (bytes32[] memory path) {
        bytes32[] memory found = new bytes32[](8);
        uint256 count;
        for (uint256 size = leaves.length; size > 1; size = (size + 1) / 2) {
            if (position ^ 1 < size) found[count++] = leaves[position ^ 1];
            bytes32[] memory above = new bytes32[]((size + 1) / 2);
            for (uint256 i; i < size; i += 2) {
                above[i / 2] = i + 1 < size ? KeccakTree.pair(leaves[i], leaves[i + 1]) : leaves[i];
            }
            (leaves, position) = (above, position / 2);
        }
        path = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            path[i] = found[i];
        }
    }

    /// @dev A credential with a random path, and the state root that follows (hashed with the general sponge, not with `hash3`).
    function state(uint256 place, uint256 seed)
        private
        pure
        returns (Credential memory credential, StateProof memory proof, bytes32 root)
    {
        bytes memory rounds = Poseidon2.constants();
        credential = Credential(bound(place, 0, Constants.CAPACITY_CREDENTIALS - 1), seed % 1000, seed % 77, seed % 99, 1_800_000_000);
        proof.evidenceRoot = uint256(keccak256(abi.encode(seed, "evidence"))) >> 8;
        uint256[] memory three = new uint256[](3);
        three[0] = credential.account;
        three[1] = credential.quest + credential.serial * 2 ** 21 + credential.issuedAt * 2 ** 53;
        three[2] = proof.evidenceRoot;
        uint256 node = Poseidon2.hash(rounds, Constants.TAG_CREDENTIAL, three);
        uint256 digits = credential.index;
        for (uint256 level; level < 20; ++level) {
            proof.path[level] = [uint256(keccak256(abi.encode(seed, level, 0))) >> 8, uint256(keccak256(abi.encode(seed, level, 1))) >> 8];
            uint256 next;
            for (uint256 child; child < 3; ++child) {
                three[child] = child == digits % 3 ? node : proof.path[level][next++];
            }
            node = Poseidon2.hash(rounds, 0, three);
            digits /= 3;
        }
        proof.state.accountsRoot = 11;
        (proof.state.accountCount, proof.state.credentialsRoot, proof.state.credentialCount) = (12, node, 13);
        (proof.state.questsRoot, proof.state.vaultsRoot, proof.state.inboxIndex) = (14, 15, 16);
        uint256[] memory fields = new uint256[](7);
        (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]) = (11, 12, node, 13, 14, 15, 16);
        root = bytes32(Poseidon2.hash(rounds, Constants.TAG_STATE, fields));
    }
}
