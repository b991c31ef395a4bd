// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {Credential, StateProof} from "../../src/interfaces/ICubeReader.sol";
import {SlotTest} from "../support/SlotTest.sol";

/// @notice What calls cost, kept in contracts/test/snapshots; a change shows up as a failing test. Lanes are mocks: proofs are measured
/// by the gas benchmark on a node. Each call is a transaction of its own, as on a chain.
/// forge-config: default.isolate = true
contract GasTest is SlotTest {
    function setUp() public {
        deploy(1, 0);
    }

    function test_gas_of_a_full_small_batch() public {
        (Claim memory first, bytes memory firstWords) = proposeMints(bytes32(uint256(2)), 5, 27);
        voteFor(first, ZK);
        rollup.indexBatch(first, firstWords);

        ProposeInput memory input = nextInput(bytes32(uint256(3)));
        bytes memory words;
        (words, input.lengths) = mintWords(5, 27);
        Claim memory claim = claimOf(input, words);
        vm.prank(proposer);
        rollup.propose(input, words);
        vm.snapshotGasLastCall("propose, 27 mints");
        bytes memory proof = proofOf(claim);
        rollup.vote(claim, ZK, recipient, proof);
        vm.snapshotGasLastCall("vote and finality, without the lane");
        rollup.indexBatch(claim, words);
        vm.snapshotGasLastCall("indexBatch, 27 mints");
    }

    function test_gas_of_the_inbox() public {
        inbox.deposit{value: 1}(1, 0);
        inbox.deposit{value: 1}(1, 0);
        vm.snapshotGasLastCall("deposit");
        inbox.openQuest(openingOf(1, 2));
        vm.snapshotGasLastCall("openQuest");
    }

    function test_gas_of_reads() public {
        (Claim memory claim, bytes memory words) = proposeMints(bytes32(uint256(2)), 5, 1);
        voteFor(claim, ZK);
        rollup.indexBatch(claim, words);
        Credential memory credential = Credential(0, 1, 5, 0, START);
        vm.assertTrue(reader.isValid(credential, 1, new bytes32[](0), 1 days), "valid");
        vm.snapshotGasLastCall("isValid by the index");
        StateProof memory proof;
        reader.stateRoot(credential, proof);
        vm.snapshotGasLastCall("credentials root by the state path");
    }
}
