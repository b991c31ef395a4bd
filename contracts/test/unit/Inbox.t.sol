// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ForcedWithdrawal, IInbox, KeySetting, QuestOpening} from "../../src/interfaces/IInbox.sol";
import {ProposeInput} from "../../src/interfaces/IRollup.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {Field} from "../../src/libraries/Field.sol";
import {NoApproval} from "../support/NoApproval.sol";
import {SlotTest} from "../support/SlotTest.sol";

contract InboxTest is SlotTest, NoApproval {
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
        account = uint32(bound(account, Constants.CAPACITY_ACCOUNTS, type(uint32).max));
        vm.assume(account != Constants.NEW_ACCOUNT);
        refusedField("account", account);
        inbox.deposit{value: BASE + 1}(account, 0);
        vm.assume(word != 0);
        refusedField("walletWord", word);
        inbox.deposit{value: BASE + 1}(7, word);
    }

    function test_deposit_refuses_a_wallet_that_no_account_can_have(uint256 value) public {
        uint32 fresh = uint32(Constants.NEW_ACCOUNT);
        uint256[4] memory words = [0, 1 << 248, bound(value, 1 << 160, (1 << 248) - 1), bound(value, 2 << 248, type(uint256).max)];
        for (uint256 i; i < 4; ++i) {
            refusedField("walletWord", words[i]);
            inbox.deposit{value: BASE + 1}(fresh, words[i]);
        }
    }

    function test_deposit_queues_the_words_and_gives_the_money_to_the_bridge(uint96 amount, address wallet, uint32 wait) public {
        vm.assume(amount != 0 && wallet != address(0));
        vm.deal(address(this), uint256(amount) + BASE);
        vm.warp(START + wait);
        uint256[10] memory words = depositItem(Constants.NEW_ACCOUNT, address(this), amount);
        words[2] = uint160(wallet);
        vm.expectEmit(true, true, true, true);
        emit IInbox.ItemQueued(0, 1, uint160(address(this)), START + wait, words);
        uint256 index = inbox.deposit{value: amount + BASE}(uint32(Constants.NEW_ACCOUNT), uint160(wallet));
        queued(index, words);
        vm.assertEq(inbox.queuedAt(index), START + wait, "time");
        vm.assertEq(bridge.balance(address(rollup), address(0)), amount, "custody");
        vm.assertEq(address(bridge).balance, amount, "money");
        vm.assertEq(address(inbox).balance, BASE, "fee");
    }

    function test_openQuest_refuses_fields_out_of_range(uint256 value) public {
        QuestOpening memory opening = openingOf(1, 2);
        opening.quest = uint32(bound(value, Constants.CAPACITY_QUESTS, type(uint32).max));
        refusedOpening(opening, "quest", opening.quest);
        opening = openingOf(1, 2);
        opening.previous = uint32(bound(value, Constants.CAPACITY_QUESTS + 1, type(uint32).max));
        refusedOpening(opening, "previous", opening.previous);
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
        opening = openingOf(3 ** 16, 2);
        refusedOpening(opening, "account", 3 ** 16);
    }

    function test_openQuest_packs_every_field_into_its_bits() public {
        QuestOpening memory opening = openingOf(11, 12);
        (opening.previous, opening.points, opening.category, opening.expiresAfter) = (13, 14, 15, 16);
        (opening.revocable, opening.rewardToken, opening.rewardPerMint, opening.feePerMint) = (true, 17, 18, 19);
        (opening.pool, opening.feePool) = (20, 21);
        inbox.openQuest{value: BASE}(opening);
        uint256[10] memory words;
        words[0] = 2 + 11 * 2 ** 8;
        words[1] = 12 + 13 * 2 ** 21;
        (words[2], words[3]) = (5, 6);
        words[4] = uint256(opening.opensAt) + uint256(opening.closesAt) * 2 ** 40 + 1000 * 2 ** 80 + 14 * 2 ** 112 + 15 * 2 ** 144;
        words[4] += 16 * 2 ** 160 + 2 ** 200;
        words[5] = 17 + 18 * 2 ** 8 + 19 * 2 ** 104;
        words[6] = 99;
        words[7] = 20 + 21 * 2 ** 112;
        words[9] = uint160(address(this));
        queued(0, words);
    }

    function test_setKey_refuses_what_is_not_in_the_field_and_wallets_that_are_none(uint256 value) public {
        value = bound(value, Field.P, type(uint256).max);
        refusedSetting(KeySetting(3 ** 16, 1, 2, 3, 0), "account", 3 ** 16);
        refusedSetting(KeySetting(1, value, 2, 3, 0), "keyX", value);
        refusedSetting(KeySetting(1, 1, value, 3, 0), "keyY", value);
        refusedSetting(KeySetting(1, 1, 2, value, 0), "identity", value);
    }

    function test_setKey_activateKey_and_cancelKey_queue_their_words() public {
        inbox.setKey{value: BASE}(KeySetting(11, 12, 13, 14, 0), noApproval());
        uint256[10] memory words = [3 + 11 * uint256(256), 12, 13, 14, 0, 0, 0, 0, 0, uint160(address(this))];
        queued(0, words);
        inbox.activateKey{value: 2 * BASE}(11);
        words = [4 + 11 * uint256(256), 0, 0, 0, 0, 0, 0, 0, 0, uint160(address(this))];
        queued(1, words);
        inbox.cancelKey{value: 2 * BASE}(11, true);
        words = [5 + 11 * uint256(256), 1, 0, 0, 0, 0, 0, 0, 0, uint160(address(this))];
        queued(2, words);
        inbox.cancelKey{value: 2 * BASE}(11, false);
        words[1] = 0;
        queued(3, words);
        uint32 outside = uint32(Constants.CAPACITY_ACCOUNTS);
        refusedField("account", outside);
        inbox.activateKey{value: 2 * BASE}(outside);
        refusedField("account", outside);
        inbox.cancelKey{value: 2 * BASE}(outside, false);
    }

    function test_forcedWithdraw_refuses_nothing_nobody_and_unlisted_tokens() public {
        vm.expectRevert(abi.encodeWithSelector(IInbox.AmountOutOfRange.selector, 0));
        inbox.forcedWithdraw{value: BASE}(ForcedWithdrawal(1, 0, 0, address(9)));
        refusedField("recipient", 0);
        inbox.forcedWithdraw{value: BASE}(ForcedWithdrawal(1, 0, 5, address(0)));
        vm.expectRevert(abi.encodeWithSelector(IInbox.TokenUnknown.selector, 1));
        inbox.forcedWithdraw{value: BASE}(ForcedWithdrawal(1, 1, 5, address(9)));
        refusedField("account", 3 ** 16);
        inbox.forcedWithdraw{value: BASE}(ForcedWithdrawal(3 ** 16, 0, 5, address(9)));
    }

    function test_forcedWithdraw_queues_its_words(uint96 amount, address to) public {
        vm.assume(amount != 0 && to != address(0));
        inbox.forcedWithdraw{value: BASE}(ForcedWithdrawal(11, 0, amount, to));
        uint256[10] memory words =
            [6 + 11 * uint256(256), uint256(amount) * 256, uint160(to), 0, 0, 0, 0, 0, 0, uint160(address(this))];
        queued(0, words);
    }

    function test_gives_back_what_is_above_the_fee_and_refuses_less(uint64 more) public {
        vm.deal(address(this), 1 ether + uint256(more));
        inbox.activateKey{value: BASE + more}(1);
        vm.assertEq(address(this).balance, 1 ether - BASE + uint256(more), "the rest came back");
        vm.expectRevert(abi.encodeWithSelector(IInbox.FeeTooLow.selector, BASE, BASE + BASE / 50));
        inbox.activateKey{value: BASE}(1);
    }

    function test_the_fee_rises_with_what_waits_and_goes_to_the_proposer() public {
        uint256 expected;
        for (uint256 i; i < 50; ++i) {
            expected += inbox.fee();
            inbox.openQuest{value: inbox.fee()}(openingOf(1, 2));
        }
        vm.assertEq(inbox.fee(), 2 * BASE, "50 waiting double it");
        vm.assertEq(address(inbox).balance, expected, "all of it was kept");
        inbox.takeFees();
        vm.assertEq(proposer.balance, expected, "fees");
        vm.assertEq(address(inbox).balance, 0, "nothing left");
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

    function test_itemHashes_and_queuedAt_refuse_items_that_are_not_there() public {
        inbox.activateKey{value: BASE}(1);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ItemUnknown.selector, 1));
        inbox.itemHashes(0, 2);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ItemUnknown.selector, 1));
        inbox.queuedAt(1);
    }

    function test_queuedBefore_counts_from_a_place_up_to_a_limit() public {
        for (uint256 i; i < 5; ++i) {
            vm.warp(START + 10 * i);
            inbox.activateKey{value: 2 * BASE}(1);
        }
        vm.assertEq(inbox.queuedBefore(0, 10, START), 0, "not at its own time");
        vm.assertEq(inbox.queuedBefore(0, 10, START + 1), 1, "one");
        vm.assertEq(inbox.queuedBefore(0, 10, START + 41), 5, "all");
        vm.assertEq(inbox.queuedBefore(2, 2, START + 41), 2, "limit");
        vm.assertEq(inbox.queuedBefore(5, 2, START + 41), 0, "past the end");
    }

    function queued(uint256 index, uint256[10] memory words) private view {
        vm.assertEq(inbox.itemHashes(index, 1)[0], keccak256(abi.encodePacked(words)), "item");
    }

    function refusedField(bytes32 field, uint256 found) private {
        vm.expectRevert(abi.encodeWithSelector(IInbox.FieldOutOfRange.selector, field, found));
    }

    function refusedOpening(QuestOpening memory opening, bytes32 field, uint256 found) private {
        refusedField(field, found);
        inbox.openQuest{value: BASE}(opening);
    }

    function refusedSetting(KeySetting memory setting, bytes32 field, uint256 found) private {
        refusedField(field, found);
        inbox.setKey{value: BASE}(setting, noApproval());
    }
}
