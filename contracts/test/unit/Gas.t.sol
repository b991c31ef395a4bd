// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ForcedWithdrawal} from "../../src/interfaces/IInbox.sol";
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
        inbox.forcedWithdraw(ForcedWithdrawal(1, 0, 5, address(9)));
        vm.snapshotGasLastCall("forcedWithdraw");
    }

    function test_gas_of_payouts() public {
        bridge.receiveFor{value: 1000}(address(rollup));
        vm.deal(address(0xABC), 1);
        uint256[10][] memory entries = new uint256[10][](3);
        uint256[] memory three = new uint256[](3);
        for (uint256 i; i < 3; ++i) {
            (entries[i], three[i]) = (withdrawEntry(0, 5, address(0xABC)), i);
        }
        (Claim memory first, bytes memory firstWords) = finalEntries(bytes32(uint256(2)), 3, entries, 0);
        rollup.payWithdrawals(first, firstWords, one(0));
        vm.snapshotGasLastCall("payWithdrawals, one");
        (Claim memory second, bytes memory secondWords) = finalEntries(bytes32(uint256(3)), 3, entries, 0);
        rollup.payWithdrawals(second, secondWords, three);
        vm.snapshotGasLastCall("payWithdrawals, three");
    }

    function test_gas_of_proposing_and_voting_at_once() public {
        (Claim memory first,) = proposeMints(bytes32(uint256(2)), 5, 27);
        voteFor(first, ZK);
        ProposeInput memory input = nextInput(bytes32(uint256(3)));
        bytes memory words;
        (words, input.lengths) = mintWords(5, 27);
        bytes memory proof = proofOf(claimOf(input, words));
        vm.prank(proposer);
        rollup.proposeAndVote(input, words, ZK, recipient, proof);
        vm.snapshotGasLastCall("proposeAndVote, 27 mints, without the lane");
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
