// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchStatus, Claim, IRollup, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract VoteTest is SlotTest {
    function setUp() public {
        deploy(2, 0);
    }

    function test_refuses_a_batch_that_is_not_proposed(uint64 number) public {
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        vm.assume(number != 1);
        claim.number = number;
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotOpen.selector, number));
        rollup.vote(claim, ZK, recipient, proof);
    }

    function test_refuses_a_claim_with_one_field_changed(uint8 field, uint256 value) public {
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        bytes32 before = keccak256(abi.encode(claim));
        field = uint8(bound(field, 0, 10));
        if (field == 0) claim.circuit = uint8(value);
        if (field == 1) claim.timestamp = uint64(value);
        if (field == 2) claim.inboxFrom = uint64(value);
        if (field == 3) claim.inboxTo = uint64(value);
        if (field == 4) claim.oldRoot = bytes32(value);
        if (field == 5) claim.newRoot = bytes32(value);
        if (field == 6) claim.wordsHash = bytes32(value);
        if (field == 7) claim.dataCommit = bytes32(value);
        if (field == 8) claim.effects = value;
        if (field == 9) claim.lengths = value;
        if (field == 10) claim.evaluation = value;
        vm.assume(keccak256(abi.encode(claim)) != before);
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 1));
        rollup.vote(claim, ZK, recipient, proof);
    }

    function test_refuses_an_unknown_lane(uint8 lane) public {
        vm.assume(lane != ZK && lane != TEE);
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneUnknown.selector, lane));
        rollup.vote(claim, lane, recipient, proof);
    }

    function test_refuses_a_proof_for_another_recipient(address thief) public {
        vm.assume(thief != recipient);
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneRefused.selector, ZK));
        rollup.vote(claim, ZK, thief, proof);
    }

    function test_counts_one_class_once() public {
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        voteFor(claim, ZK);
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.LaneAlreadyVoted.selector, 1, ZK));
        rollup.vote(claim, ZK, recipient, proof);
        vm.assertEq(rollup.finalHead().number, 0, "one class is not enough");
        vm.expectRevert(abi.encodeWithSelector(IRollup.LanesMissing.selector, 1, 1, 2));
        rollup.finalize(claim);
    }

    function test_two_classes_make_it_final() public {
        (Claim memory claim,) = proposeMints(bytes32(uint256(2)), 1, 3);
        voteFor(claim, TEE);
        voteFor(claim, ZK);
        (BatchStatus status,,,, uint256 lanes) = rollup.batch(1);
        vm.assertTrue(status == BatchStatus.Final, "final");
        vm.assertEq(lanes, (1 << ZK) | (1 << TEE), "lanes");
        (bool known, bytes32 root, uint64 timestamp) = rollup.finalRoot(1);
        vm.assertTrue(known, "root is known");
        vm.assertEq(root, claim.newRoot, "root");
        vm.assertEq(timestamp, claim.timestamp, "time");
        bytes memory proof = proofOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotOpen.selector, 1));
        rollup.vote(claim, ZK, recipient, proof);
    }

    function test_finality_waits_for_the_parent() public {
        (Claim memory first,) = proposeMints(bytes32(uint256(2)), 1, 3);
        (Claim memory second,) = proposeMints(bytes32(uint256(3)), 1, 3);
        voteFor(second, ZK);
        voteFor(second, TEE);
        vm.assertEq(rollup.finalHead().number, 0, "the parent is not final");
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchOutOfOrder.selector, 2, 1));
        rollup.finalize(second);
        voteFor(first, ZK);
        voteFor(first, TEE);
        vm.assertEq(rollup.finalHead().number, 1, "the parent");
        rollup.finalize(second);
        vm.assertEq(rollup.finalHead().root, second.newRoot, "the child");
    }

    function test_keeps_the_last_256_roots() public {
        deploy(1, 0);
        for (uint256 i = 2; i < 260; ++i) {
            (Claim memory claim,) = proposeMints(bytes32(i), 1, 1);
            voteFor(claim, ZK);
        }
        vm.assertEq(rollup.finalHead().number, 258, "batches");
        (bool known,,) = rollup.finalRoot(2);
        vm.assertTrue(!known, "batch 2 left the window");
        (known,,) = rollup.finalRoot(3);
        vm.assertTrue(known, "batch 3 is in the window");
        uint64 number;
        (known, number,) = rollup.finalRootBatch(bytes32(uint256(259)));
        vm.assertTrue(known && number == 258, "newest root");
        (known,,) = rollup.finalRootBatch(bytes32(uint256(3)));
        vm.assertTrue(!known, "an old root is forgotten");
    }
}
