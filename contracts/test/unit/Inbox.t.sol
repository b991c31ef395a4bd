// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IInbox, QuestOpening} from "../../src/interfaces/IInbox.sol";
import {ISharedBridge} from "../../src/interfaces/ISharedBridge.sol";
import {Claim, IRollup, ProposeInput} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {Field} from "../../src/libraries/Field.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract InboxTest is SlotTest {
    uint256 private constant BASE = 1e12;

    receive() external payable {}

    function setUp() public {
        deploy(1, BASE);
    }

    function test_deposit_refuses_less_than_the_fee(uint256 value) public {
        value = bound(value, 0, BASE - 1);
        vm.expectRevert(abi.encodeWithSelector(IInbox.FeeTooLow.selector, value, BASE));
        inbox.deposit{value: value}(1, 0);
    }

    function test_deposit_refuses_nothing_and_too_much() public {
        vm.expectRevert(abi.encodeWithSelector(IInbox.AmountOutOfRange.selector, 0));
        inbox.deposit{value: BASE}(1, 0);
        vm.deal(address(this), 2 ** 97);
        vm.expectRevert(abi.encodeWithSelector(IInbox.AmountOutOfRange.selector, 2 ** 96));
        inbox.deposit{value: 2 ** 96 + BASE}(1, 0);
    }

    function test_deposit_refuses_accounts_and_wallets_out_of_range(uint32 account, uint256 word) public {
        account = uint32(bound(account, 2 ** 26, type(uint32).max));
        vm.expectRevert(abi.encodeWithSelector(IInbox.FieldOutOfRange.selector, bytes32("account"), account));
        inbox.deposit{value: BASE + 1}(account, 0);
        vm.assume(word != 0);
        vm.expectRevert(abi.encodeWithSelector(IInbox.FieldOutOfRange.selector, bytes32("walletWord"), word));
        inbox.deposit{value: BASE + 1}(7, word);
    }

    function test_deposit_refuses_a_wallet_that_no_account_can_have(uint256 value) public {
        uint32 fresh = uint32(Constants.NEW_ACCOUNT);
        uint256[4] memory words = [0, 1 << 248, bound(value, 1 << 160, (1 << 248) - 1), bound(value, 2 << 248, type(uint256).max)];
        for (uint256 i; i < 4; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IInbox.FieldOutOfRange.selector, bytes32("walletWord"), words[i]));
            inbox.deposit{value: BASE + 1}(fresh, words[i]);
        }
    }

    function test_deposit_queues_the_words_and_gives_the_money_to_the_bridge(uint96 amount, address wallet) public {
        vm.assume(amount != 0 && wallet != address(0));
        vm.deal(address(this), uint256(amount) + BASE);
        uint256 index = inbox.deposit{value: amount + BASE}(uint32(Constants.NEW_ACCOUNT), uint160(wallet));
        uint256[10] memory words = depositItem(Constants.NEW_ACCOUNT, address(this), amount);
        words[2] = uint160(wallet);
        vm.assertEq(inbox.itemHashes(index, 1)[0], keccak256(abi.encodePacked(words)), "item");
        vm.assertEq(bridge.balance(address(rollup), address(0)), amount, "custody");
        vm.assertEq(address(bridge).balance, amount, "money");
        vm.assertEq(address(inbox).balance, BASE, "fee");
    }

    function test_openQuest_refuses_fields_out_of_range(uint256 value) public {
        QuestOpening memory opening = openingOf(1, 2);
        opening.quest = uint32(bound(value, 2 ** 21, type(uint32).max));
        refusedOpening(opening, "quest", opening.quest);
        opening = openingOf(1, 2);
        opening.issuerKeyX = bound(value, Field.P, type(uint256).max);
        refusedOpening(opening, "issuerKeyX", opening.issuerKeyX);
        opening = openingOf(1, 2);
        opening.issuerKeyY = bound(value, Field.P, type(uint256).max);
        refusedOpening(opening, "issuerKeyY", opening.issuerKeyY);
        opening = openingOf(1, 2);
        opening.rulesHash = bound(value, 2 ** 248, type(uint256).max);
        refusedOpening(opening, "rulesHash", opening.rulesHash);
        opening = openingOf(1, 2);
        opening.rewardToken = uint8(bound(value, 81, 255));
        refusedOpening(opening, "rewardToken", opening.rewardToken);
        opening = openingOf(2 ** 26, 2);
        refusedOpening(opening, "account", 2 ** 26);
    }

    function test_openQuest_packs_every_field_into_its_bits() public {
        QuestOpening memory opening = openingOf(11, 12);
        (opening.previous, opening.points, opening.category, opening.expiresAfter) = (13, 14, 15, 16);
        (opening.revocable, opening.rewardToken, opening.rewardPerMint, opening.feePerMint) = (true, 17, 18, 19);
        (opening.pool, opening.feePool) = (20, 21);
        inbox.openQuest{value: BASE}(opening);
        uint256[10] memory words;
        words[0] = 2 + 11 * 2 ** 8 + uint256(uint160(address(this))) * 2 ** 34;
        words[1] = 12 + 13 * 2 ** 21;
        (words[2], words[3]) = (5, 6);
        words[4] = uint256(opening.opensAt) + uint256(opening.closesAt) * 2 ** 40 + 1000 * 2 ** 80 + 14 * 2 ** 112 + 15 * 2 ** 144;
        words[4] += 16 * 2 ** 160 + 2 ** 200;
        words[5] = 17 + 18 * 2 ** 8 + 19 * 2 ** 104;
        words[6] = 99;
        words[7] = 20 + 21 * 2 ** 112;
        vm.assertEq(inbox.itemHashes(0, 1)[0], keccak256(abi.encodePacked(words)), "item");
    }

    function test_the_fee_rises_with_what_waits_and_goes_to_the_proposer() public {
        for (uint256 i; i < 50; ++i) {
            inbox.openQuest{value: inbox.fee()}(openingOf(1, 2));
        }
        vm.assertEq(inbox.fee(), 2 * BASE, "50 waiting double it");
        vm.expectRevert(abi.encodeWithSelector(IInbox.FeeTooLow.selector, 2 * BASE + 1, 2 * BASE));
        inbox.openQuest{value: 2 * BASE + 1}(openingOf(1, 2));
        uint256 collected = address(inbox).balance;
        inbox.takeFees();
        vm.assertEq(proposer.balance, collected, "fees");
    }

    function test_refuses_more_than_4096_waiting() public {
        deploy(1, 0);
        for (uint256 i; i < 4096; ++i) {
            inbox.deposit{value: 1}(1, 0);
        }
        vm.expectRevert(abi.encodeWithSelector(IInbox.InboxFull.selector, 4096));
        inbox.deposit{value: 1}(1, 0);
        // A final batch makes room.
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(1, 1, address(this), 1);
        voteFor(propose(input, words), ZK);
        inbox.deposit{value: 1}(1, 0);
    }

    function test_a_refused_deposit_goes_back_once_and_only_then() public {
        deploy(1, 0);
        inbox.deposit{value: 5}(3, 0);
        inbox.deposit{value: 5}(3, 0);
        ProposeInput memory input = nextInput(bytes32(uint256(2)));
        bytes memory words;
        (words, input.lengths) = depositWords(2, 3, address(this), 5);
        input.effects = 1; // the second is refused
        Claim memory claim = propose(input, words);
        uint256[10] memory item = depositItem(3, address(this), 5);
        vm.expectRevert(abi.encodeWithSelector(IRollup.BatchNotFinal.selector, 1));
        rollup.refundDeposit(claim, 1, item);
        voteFor(claim, ZK);

        refusedRefund(claim, 0, item, abi.encodeWithSelector(IRollup.NothingToRefund.selector, 0));
        refusedRefund(claim, 2, item, abi.encodeWithSelector(IRollup.NothingToRefund.selector, 2));
        item[1] = 6 << 8;
        refusedRefund(claim, 1, item, abi.encodeWithSelector(IRollup.InboxItemMismatch.selector, 1));
        item[1] = 5 << 8;
        uint256 before = address(this).balance;
        rollup.refundDeposit(claim, 1, item);
        vm.assertEq(address(this).balance, before + 5, "paid back");
        vm.assertEq(bridge.balance(address(rollup), address(0)), 5, "custody of the other");
        refusedRefund(claim, 1, item, abi.encodeWithSelector(IRollup.NothingToRefund.selector, 1));
    }

    function test_a_slot_cannot_pay_more_than_it_has(uint256 amount) public {
        bridge.receiveFor{value: 9}(address(0x51));
        amount = bound(amount, 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ISharedBridge.BalanceTooLow.selector, address(this), 0, amount));
        bridge.pay(address(this), amount);
    }

    function refusedRefund(Claim memory claim, uint256 index, uint256[10] memory item, bytes memory reason) private {
        vm.expectRevert(reason);
        rollup.refundDeposit(claim, index, item);
    }

    function refusedOpening(QuestOpening memory opening, bytes32 field, uint256 found) private {
        vm.expectRevert(abi.encodeWithSelector(IInbox.FieldOutOfRange.selector, field, found));
        inbox.openQuest{value: BASE}(opening);
    }
}
