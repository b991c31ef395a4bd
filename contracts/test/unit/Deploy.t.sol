// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Rollup} from "../../src/Rollup.sol";
import {ZkLane} from "../../src/ZkLane.sol";
import {IInbox} from "../../src/interfaces/IInbox.sol";
import {ILane, Statement} from "../../src/interfaces/ILane.sol";
import {IRollup, LaneConfig, Parameters} from "../../src/interfaces/IRollup.sol";
import {IVerifier} from "../../src/interfaces/IVerifier.sol";
import {Field} from "../../src/libraries/Field.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract DeployTest is SlotTest {
    function setUp() public {
        deploy(1, 0);
    }

    function test_refuses_one_lane_outside_local_chains(uint64 chainId) public {
        vm.assume(chainId != 31337 && chainId != 31338 && chainId != 31339 && chainId != 31340 && chainId != 0);
        Parameters memory p = parameters(1);
        p.escapePeriod = 60 days;
        vm.chainId(chainId);
        vm.expectRevert(abi.encodeWithSelector(IRollup.ThresholdTooLow.selector, 1, 2));
        new Rollup(p);
        p.threshold = 2;
        new Rollup(p);
    }

    function test_refuses_no_lane_at_all() public {
        Parameters memory p = parameters(0);
        vm.expectRevert(abi.encodeWithSelector(IRollup.ThresholdTooLow.selector, 0, 1));
        new Rollup(p);
    }

    function test_refuses_lanes_that_cannot_count() public {
        Parameters memory p = parameters(2);
        p.lanes[1].class = ZK; // one class twice
        refused(p, "lanes");
        p = parameters(2);
        p.lanes[1].class = 0;
        refused(p, "lanes");
        p.lanes[1].class = 4;
        refused(p, "lanes");
        p = parameters(2);
        p.lanes[1].lane = ILane(address(0x1234)); // no code
        refused(p, "lanes");
        p = parameters(3); // more than there are
        refused(p, "lanes");
    }

    function test_refuses_empty_addresses_deadlines_out_of_bounds_and_a_root_outside_the_field(uint64 deadline) public {
        Parameters memory p = parameters(1);
        p.proposer = address(0);
        refused(p, "proposer");
        p = parameters(1);
        p.inbox = IInbox(address(0));
        refused(p, "inbox");
        p = parameters(1);
        vm.assume(deadline < 1 minutes || deadline > 7 days);
        p.proofDeadline = deadline;
        refused(p, "proofDeadline");
        p = parameters(1);
        p.escape = address(0);
        refused(p, "escape");
        p = parameters(1);
        p.genesisRoot = bytes32(Field.P);
        vm.expectRevert(abi.encodeWithSelector(IRollup.NotInField.selector, bytes32("genesisRoot")));
        new Rollup(p);
    }

    function test_refuses_inbox_deadlines_and_escape_periods_out_of_bounds(uint64 value) public {
        Parameters memory p = parameters(1);
        p.inboxDeadline = uint64(bound(value, 0, 1 minutes - 1));
        refused(p, "inboxDeadline");
        p.inboxDeadline = uint64(bound(value, 7 days + 1, type(uint64).max));
        refused(p, "inboxDeadline");
        p = parameters(1);
        p.escapePeriod = uint64(bound(value, 0, DEADLINE + INBOX_DEADLINE));
        refused(p, "escapePeriod");
        p.escapePeriod = uint64(bound(value, 365 days + 1, type(uint64).max));
        refused(p, "escapePeriod");
    }

    function test_leaves_time_for_finality_and_disputes_outside_local_chains(uint64 value) public {
        Parameters memory p = parameters(2);
        vm.chainId(1);
        p.inboxDeadline = uint64(bound(value, 1 minutes, 1 hours - 1));
        refused(p, "inboxDeadline");
        p.inboxDeadline = 1 hours;
        p.escapePeriod = uint64(bound(value, DEADLINE + 1 hours + 1, DEADLINE + 1 hours + 14 days));
        refused(p, "escapePeriod");
        p.escapePeriod = DEADLINE + 1 hours + 14 days + 1;
        new Rollup(p);
    }

    function test_zk_lane_refuses_what_it_has_no_verifier_for() public {
        uint8[] memory circuits = new uint8[](2);
        IVerifier[] memory verifiers = new IVerifier[](2);
        (circuits[0], circuits[1]) = (1, 1);
        (verifiers[0], verifiers[1]) = (IVerifier(address(this)), IVerifier(address(this)));
        vm.expectRevert(abi.encodeWithSelector(ZkLane.CircuitTwice.selector, 1));
        new ZkLane(circuits, verifiers);
        (circuits[1], verifiers[1]) = (2, IVerifier(address(0x1234)));
        vm.expectRevert(abi.encodeWithSelector(ZkLane.VerifierWithoutCode.selector, 2));
        new ZkLane(circuits, verifiers);
        verifiers[1] = IVerifier(address(this));
        ZkLane lane = new ZkLane(circuits, verifiers);
        Statement memory statement;
        statement.circuit = 3;
        vm.expectRevert(abi.encodeWithSelector(ZkLane.VerifierUnknown.selector, 3));
        lane.verify(statement, "");
    }

    function test_zk_lane_puts_the_public_inputs_in_order() public {
        uint8[] memory circuits = new uint8[](1);
        IVerifier[] memory verifiers = new IVerifier[](1);
        (circuits[0], verifiers[0]) = (1, IVerifier(address(this)));
        ZkLane lane = new ZkLane(circuits, verifiers);
        Statement memory statement = Statement({
            domain: 100,
            batch: 101,
            circuit: 1,
            oldRoot: bytes32(uint256(102)),
            newRoot: bytes32(uint256(103)),
            timestamp: 104,
            input: bytes32(uint256(999)),
            dataCommit: bytes32(uint256(105)),
            effects: 106,
            challenge: 107,
            evaluation: 108,
            recipient: address(109)
        });
        vm.assertTrue(lane.verify(statement, "proof"), "the verifier below agrees");
        statement.effects = 0;
        vm.assertTrue(!lane.verify(statement, "proof"), "and disagrees");
    }

    /// @dev This contract as a verifier: accepts inputs 100..109 in order.
    function verify(bytes calldata proof, bytes32[] calldata publicInputs) external pure returns (bool ok) {
        ok = keccak256(proof) == keccak256("proof") && publicInputs.length == 10;
        for (uint256 i; i < 10; ++i) {
            ok = ok && publicInputs[i] == bytes32(100 + i);
        }
    }

    function refused(Parameters memory p, bytes32 name) private {
        vm.expectRevert(abi.encodeWithSelector(IRollup.ParameterOutOfRange.selector, name));
        new Rollup(p);
    }
}
