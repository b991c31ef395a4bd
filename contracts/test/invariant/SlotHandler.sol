// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Claim, Head, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {SlotTest} from "../support/SlotTest.sol";

/// @notice Everyone who acts on a slot, in any order: depositors, the proposer, two lanes, pruners, time. It remembers what was promised.
contract SlotHandler is SlotTest {
    /// @dev Every claim of the chain of batches that is now on the tip.
    mapping(uint64 number => Claim) private _claims;
    mapping(uint64 number => bytes) private _wordsOf;
    /// @dev Roots that were final once; the slot must never answer another one.
    mapping(uint64 number => bytes32) public finalRootOnce;
    uint64 public highestFinal;
    uint256 public deposited;
    uint256 public refunds;
    mapping(uint256 item => bool) private _paid;
    uint256 private _roots = 1;
    uint256[] private _amounts;

    constructor() {
        deploy(2, 0);
        vm.deal(address(this), 1e30);
        finalRootOnce[0] = GENESIS;
    }

    receive() external payable {}

    function deposit(uint96 amount) external {
        amount = uint96(bound(amount, 1, 1e18));
        if (inbox.pending() == 4096) return;
        inbox.deposit{value: amount}(3, 0);
        deposited += amount;
        _amounts.push(amount);
    }

    function give(uint96 amount) external {
        bridge.receiveFor{value: bound(amount, 0, 1e18)}(address(0x51));
    }

    function proposeMintBatch(uint8 members) external {
        ProposeInput memory input = nextInput(bytes32(++_roots));
        bytes memory words;
        (words, input.lengths) = mintWords(5, bound(members, 1, 27));
        _keep(propose(input, words), words);
    }

    function proposeInboxBatch(uint8 effects) external {
        uint256 from = rollup.tip().inboxIndex;
        uint256 waiting = inbox.length() - from;
        if (waiting == 0) return;
        uint256 count = waiting < 3 ? waiting : 3;
        ProposeInput memory input = nextInput(bytes32(++_roots));
        bytes memory words = abi.encode(count << 64, indices(from, count));
        for (uint256 i; i < count; ++i) {
            uint256[10] memory item = depositItem(3, address(this), _amounts[from + i]);
            words = i + 1 < count ? abi.encodePacked(words, item) : abi.encodePacked(words, item[0], item[1]);
        }
        input.lengths = pack(2, 0, 0, 0, count * 10 - 8);
        input.effects = effects & ((1 << count) - 1);
        _keep(propose(input, words), words);
    }

    function vote(uint64 number, bool tee) external {
        (Head memory last, uint64 tip) = (rollup.finalHead(), rollup.tip().number);
        if (last.number == tip) return;
        Claim memory claim = _claims[uint64(bound(number, last.number + 1, tip))];
        (,,,, uint256 lanes) = rollup.batch(claim.number);
        uint8 lane = tee ? TEE : ZK;
        if (lanes & (1 << lane) != 0) return;
        voteFor(claim, lane);
        _remember();
    }

    /// @dev Random votes alone seldom finish a batch.
    function proveNext() external {
        uint64 number = rollup.finalHead().number + 1;
        if (number > rollup.tip().number) return;
        (,,,, uint256 lanes) = rollup.batch(number);
        if (lanes & (1 << ZK) == 0) voteFor(_claims[number], ZK);
        if (lanes & (1 << TEE) == 0) voteFor(_claims[number], TEE);
        _remember();
    }

    function finalize() external {
        Head memory last = rollup.finalHead();
        if (last.number == rollup.tip().number) return;
        (,,,, uint256 lanes) = rollup.batch(last.number + 1);
        if (lanes != (1 << ZK) | (1 << TEE)) return;
        rollup.finalize(_claims[last.number + 1]);
        _remember();
    }

    function prune() external {
        Head memory last = rollup.finalHead();
        if (last.number == rollup.tip().number) return;
        (,,, uint64 proposedAt, uint256 lanes) = rollup.batch(last.number + 1);
        if (lanes != 0 || block.timestamp <= proposedAt + DEADLINE) return;
        rollup.prune(last.number + 1);
    }

    function index() external {
        uint64 next = rollup.indexedThrough() + 1;
        if (next > rollup.finalHead().number) return;
        rollup.indexBatch(_claims[next], _wordsOf[next]);
    }

    function refund(uint64 number) external {
        uint64 last = rollup.finalHead().number;
        if (last == 0) return;
        Claim memory claim = _claims[uint64(bound(number, 1, last))];
        for (uint256 i = claim.inboxFrom; i < claim.inboxTo; ++i) {
            // Asked for every item and as often as it comes: only refused deposits may pay, and each once.
            bool owed = (claim.effects >> (i - claim.inboxFrom)) & 1 == 0 && !_paid[i];
            try rollup.refundDeposit(claim, i, depositItem(3, address(this), _amounts[i])) {
                _paid[i] = true;
                if (owed) refunds += _amounts[i];
            } catch {}
        }
    }

    function wait(uint16 time) external {
        vm.warp(block.timestamp + bound(time, 1, 2 * DEADLINE));
    }

    function slot() external view returns (address, address, address) {
        return (address(rollup), address(inbox), address(bridge));
    }

    function claimAt(uint64 number) external view returns (Claim memory) {
        return _claims[number];
    }

    function _keep(Claim memory claim, bytes memory words) private {
        _claims[claim.number] = claim;
        _wordsOf[claim.number] = words;
    }

    function _remember() private {
        Head memory head = rollup.finalHead();
        for (uint64 number = highestFinal + 1; number <= head.number; ++number) {
            finalRootOnce[number] = _claims[number].newRoot;
        }
        highestFinal = head.number;
    }
}
