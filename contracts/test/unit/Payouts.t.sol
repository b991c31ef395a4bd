// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IInbox} from "../../src/interfaces/IInbox.sol";
import {Claim, IRollup} from "../../src/interfaces/IRollup.sol";
import {ForcedWithdrawal} from "../../src/interfaces/IInbox.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {GoodToken} from "../support/Tokens.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract PayoutsTest is SlotTest {
    address private constant MEMBER = address(0xABC);
    address private constant OTHER = address(0xDEF);

    receive() external payable {}

    function setUp() public {
        deploy(1, 0);
        vm.deal(address(this), 100 ether);
        bridge.receiveFor{value: 1 ether}(address(rollup));
    }

    function test_refuses_batches_that_are_not_final_and_other_words() public {
        uint256[10][] memory entries = new uint256[10][](1);
        entries[0] = withdrawEntry(0, 5, MEMBER);
        (bytes memory words, uint256 lengths) = entryWords(1, entries);
        Claim memory claim = proposeWords(bytes32(uint256(2)), words, lengths);
        refused(claim, words, 0, abi.encodeWithSelector(IRollup.BatchNotFinal.selector, 1));
        voteFor(claim, ZK);
        bytes memory other = bytes.concat(words);
        other[100] ^= 0x01;
        refused(claim, other, 0, abi.encodeWithSelector(IRollup.WordsMismatch.selector, keccak256(other), claim.wordsHash));
        claim.effects = 1;
        refused(claim, words, 0, abi.encodeWithSelector(IRollup.ClaimMismatch.selector, 1));
    }

    function test_pays_a_withdrawal_once(uint96 amount, address stranger) public {
        amount = uint96(bound(amount, 1, 1 ether));
        uint256[10][] memory entries = new uint256[10][](2);
        (entries[0], entries[1]) = (withdrawEntry(0, amount, MEMBER), withdrawEntry(0, 0, OTHER));
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 2, entries, 0);
        vm.prank(stranger);
        rollup.payWithdrawals(claim, words, one(0));
        vm.assertEq(MEMBER.balance, amount, "paid");
        vm.assertTrue(rollup.paid(1, 0) && !rollup.paid(1, 1), "bits");
        refused(claim, words, 0, abi.encodeWithSelector(IRollup.EntryPaid.selector, 1, 0));
        // Twice in one call, too: nothing of it happens.
        uint256[] memory twice = new uint256[](2);
        (twice[0], twice[1]) = (1, 1);
        vm.expectRevert(abi.encodeWithSelector(IRollup.EntryPaid.selector, 1, 1));
        rollup.payWithdrawals(claim, words, twice);
        vm.assertTrue(!rollup.paid(1, 1), "undone");
        vm.assertEq(bridge.balance(address(rollup), address(0)), 1 ether - amount, "custody");
    }

    function test_refuses_entries_that_pay_nothing(uint256 entry) public {
        uint256[10][] memory entries = new uint256[10][](3);
        entries[0] = withdrawEntry(0, 5, MEMBER);
        entries[0][0] = Constants.KIND_TRANSFER | (3 << 8);
        inbox.deposit{value: 5}(3, 0);
        inbox.forcedWithdraw(ForcedWithdrawal(3, 0, 5, MEMBER));
        entries[1] = depositItem(3, address(this), 5);
        entries[2] = forcedItem(5, MEMBER);
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 1, entries, 1);
        // A transfer, an applied deposit, a refused forced withdrawal, and what is not there.
        for (uint256 i; i < 3; ++i) {
            refused(claim, words, i, abi.encodeWithSelector(IRollup.EntryNotPayable.selector, 1, i));
            vm.expectRevert(abi.encodeWithSelector(IRollup.EntryNotPayable.selector, 1, i));
            rollup.refundDeposits(claim, words, one(i));
        }
        entry = bound(entry, 3, type(uint256).max);
        refused(claim, words, entry, abi.encodeWithSelector(IRollup.EntryNotPayable.selector, 1, entry));
    }

    function test_pays_forced_withdrawals_that_were_applied_and_refunds_deposits_that_were_not() public {
        inbox.forcedWithdraw(ForcedWithdrawal(3, 0, 6, MEMBER));
        inbox.deposit{value: 5}(3, 0);
        uint256[10][] memory entries = new uint256[10][](2);
        (entries[0], entries[1]) = (forcedItem(6, MEMBER), depositItem(3, address(this), 5));
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 0, entries, 1);
        rollup.payWithdrawals(claim, words, one(0));
        vm.assertEq(MEMBER.balance, 6, "forced");
        uint256 before = address(this).balance;
        vm.prank(OTHER);
        rollup.refundDeposits(claim, words, one(1));
        vm.assertEq(address(this).balance, before + 5, "refund");
        vm.expectRevert(abi.encodeWithSelector(IRollup.EntryPaid.selector, 1, 1));
        rollup.refundDeposits(claim, words, one(1));
        refused(claim, words, 1, abi.encodeWithSelector(IRollup.EntryNotPayable.selector, 1, 1));
    }

    /// @dev A ledger tx that looks like an inbox item of the same number must not be paid as one.
    function test_kinds_count_only_in_their_own_section() public {
        uint256[10][] memory entries = new uint256[10][](2);
        (entries[0], entries[1]) = (forcedItem(6, MEMBER), depositItem(3, MEMBER, 5));
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 2, entries, 0);
        refused(claim, words, 0, abi.encodeWithSelector(IRollup.EntryNotPayable.selector, 1, 0));
        vm.expectRevert(abi.encodeWithSelector(IRollup.EntryNotPayable.selector, 1, 1));
        rollup.refundDeposits(claim, words, one(1));
    }

    function test_pays_listed_tokens_and_refuses_unlisted_ids(uint8 id) public {
        GoodToken token = new GoodToken();
        vm.prank(proposer);
        inbox.listToken(address(token));
        token.mint(address(bridge), 50);
        bridge.receiveToken(address(rollup), address(token));
        id = uint8(bound(id, 2, 255));
        uint256[10][] memory entries = new uint256[10][](2);
        (entries[0], entries[1]) = (withdrawEntry(1, 50, MEMBER), withdrawEntry(id, 50, MEMBER));
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 2, entries, 0);
        rollup.payWithdrawals(claim, words, one(0));
        vm.assertEq(token.balanceOf(MEMBER), 50, "token");
        // Id 0 is the chain's coin: an id without a token must never be read as it.
        refused(claim, words, 1, abi.encodeWithSelector(IInbox.TokenUnknown.selector, id));
    }

    /// @dev A batch with a false withdrawal would need false proofs; even then only the slot's own money is there to take.
    function test_never_pays_above_the_slots_custody() public {
        bridge.receiveFor{value: 5 ether}(address(0x51));
        uint256[10][] memory entries = new uint256[10][](1);
        entries[0] = withdrawEntry(0, 1 ether + 1, MEMBER);
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 1, entries, 0);
        vm.expectRevert();
        rollup.payWithdrawals(claim, words, one(0));
        vm.assertTrue(!rollup.paid(1, 0), "not marked");
    }

    function test_a_recipient_that_refuses_blocks_nobody() public {
        uint256[10][] memory entries = new uint256[10][](2);
        (entries[0], entries[1]) = (withdrawEntry(0, 5, address(ed25519)), withdrawEntry(0, 6, MEMBER));
        (Claim memory claim, bytes memory words) = finalEntries(bytes32(uint256(2)), 2, entries, 0);
        uint256[] memory both = new uint256[](2);
        both[1] = 1;
        rollup.payWithdrawals(claim, words, both);
        vm.assertEq(MEMBER.balance, 6, "the other one");
        vm.assertEq(bridge.owed(address(ed25519), address(0)), 5, "kept");
    }

    function test_payExit_serves_only_the_escape_contract_of_a_frozen_slot(address stranger) public {
        vm.assume(stranger != address(escape));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IRollup.NotEscape.selector, stranger, address(escape)));
        rollup.payExit(0, stranger, 1);
        vm.prank(address(escape));
        vm.expectRevert(IRollup.SlotNotFrozen.selector);
        rollup.payExit(0, stranger, 1);
    }

    function forcedItem(uint256 amount, address to) private view returns (uint256[10] memory item) {
        item[0] = Constants.KIND_FORCED_WITHDRAW | (3 << 8);
        item[1] = amount << 8;
        item[2] = uint160(to);
        item[9] = uint160(address(this));
    }

    function refused(Claim memory claim, bytes memory words, uint256 entry, bytes memory reason) private {
        vm.expectRevert(reason);
        rollup.payWithdrawals(claim, words, one(entry));
    }
}
