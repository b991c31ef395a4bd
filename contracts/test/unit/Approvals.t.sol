// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Approval, ForcedWithdrawal, IInbox, KeySetting, QuestOpening} from "../../src/interfaces/IInbox.sol";
import {Inbox} from "../../src/Inbox.sol";
import {NoApproval} from "../support/NoApproval.sol";
import {SlotTest} from "../support/SlotTest.sol";
import {SmartWallet} from "../support/SmartWallet.sol";

contract ApprovalsTest is SlotTest, NoApproval {
    bytes32 private constant SET_KEY = keccak256(
        "SetKey(uint32 account,uint256 keyX,uint256 keyY,uint256 identity,uint256 linkedWallet,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant CANCEL_KEY = keccak256("CancelKey(uint32 account,bool linked,uint256 nonce,uint256 deadline)");
    bytes32 private constant FORCED_WITHDRAW =
        keccak256("ForcedWithdraw(uint32 account,uint8 token,uint96 amount,address recipient,uint256 nonce,uint256 deadline)");
    bytes32 private constant OPEN_QUEST = keccak256(
        "OpenQuest(uint32 account,uint32 quest,uint32 previous,uint256 issuerKeyX,uint256 issuerKeyY,uint40 opensAt,uint40 closesAt,uint32 supply,uint32 points,uint16 category,uint40 expiresAfter,bool revocable,uint8 rewardToken,uint96 rewardPerMint,uint96 feePerMint,uint256 rulesHash,uint112 pool,uint112 feePool,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant SOLANA_KEY = bytes32(uint256(0x50_1A_4A));

    uint256 private constant KEY = 0xA11CE;
    uint256 private constant LINKED_KEY = 0xB0B2;
    address private wallet = vm.addr(KEY);
    ForcedWithdrawal private withdrawal = ForcedWithdrawal(11, 0, 500, address(0x777));

    function setUp() public {
        deploy(1, 0);
    }

    function test_refuses_a_signature_after_its_deadline(uint32 late) public {
        Approval memory approval = approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), 0);
        vm.warp(approval.deadline + 1 + late);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalExpired.selector, approval.deadline));
        inbox.forcedWithdrawFor(withdrawal, approval);
    }

    function test_refuses_another_nonce_and_a_repeat(uint256 nonce) public {
        vm.assume(nonce != 0);
        Approval memory approval = approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), nonce);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalNonce.selector, nonce, 0));
        inbox.forcedWithdrawFor(withdrawal, approval);
        approval = approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), 0);
        inbox.forcedWithdrawFor(withdrawal, approval);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalNonce.selector, 0, 1));
        inbox.forcedWithdrawFor(withdrawal, approval);
    }

    function test_refuses_the_signature_of_another_chain_and_of_another_inbox() public {
        Approval memory approval = approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), 0);
        vm.chainId(31337);
        refused(approval);
        vm.chainId(31338);
        Inbox another = new Inbox(bridge, rollup, ed25519, 0);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, uint160(wallet)));
        another.forcedWithdrawFor(withdrawal, approval);
    }

    function test_refuses_any_other_field(uint8 field) public {
        Approval memory approval = approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), 0);
        field = uint8(bound(field, 0, 3));
        if (field == 0) withdrawal.account++;
        if (field == 1) withdrawal.amount++;
        if (field == 2) withdrawal.recipient = address(0x778);
        if (field == 3) approval.deadline++;
        refused(approval);
    }

    function test_refuses_high_s_short_signatures_zero_v_and_another_signer(uint256 other) public {
        Approval memory approval = approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), 0);
        bytes memory good = approval.signature;
        (bytes32 r, bytes32 s, uint8 v) = parts(good);
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        approval.signature = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        refused(approval);
        approval.signature = abi.encodePacked(r, s | (v == 28 ? bytes32(uint256(1) << 255) : bytes32(0)));
        refused(approval); // 64 bytes, EIP-2098
        approval.signature = abi.encodePacked(r, s, uint8(0));
        refused(approval);
        approval.signature = "";
        refused(approval);
        other = bound(other, 1, 2 ** 128);
        vm.assume(other != KEY);
        approval.signature = approve(other, FORCED_WITHDRAW, abi.encode(withdrawal), 0).signature;
        refused(approval);
        approval.evmWallet = address(0);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, 0));
        inbox.forcedWithdrawFor(withdrawal, approval);
        vm.assertEq(inbox.length(), 0, "nothing was queued");
        vm.assertEq(inbox.nonces(uint160(wallet)), 0, "and no nonce spent");
    }

    function test_queues_each_kind_for_the_wallet_that_signed() public {
        inbox.forcedWithdrawFor(withdrawal, approve(KEY, FORCED_WITHDRAW, abi.encode(withdrawal), 0));
        queued(0, [6 + 11 * uint256(256), 500 * 256, 0x777, 0, 0, 0, 0, 0, 0, uint160(wallet)]);
        inbox.cancelKeyFor(11, true, approve(KEY, CANCEL_KEY, abi.encode(11, true), 1));
        queued(1, [5 + 11 * uint256(256), 1, 0, 0, 0, 0, 0, 0, 0, uint160(wallet)]);
        KeySetting memory setting = KeySetting(11, 12, 13, 14, 0);
        inbox.setKeyFor(setting, approve(KEY, SET_KEY, abi.encode(setting), 2), noApproval());
        queued(2, [3 + 11 * uint256(256), 12, 13, 14, 0, 0, 0, 0, 0, uint160(wallet)]);
        QuestOpening memory opening = openingOf(11, 12);
        inbox.openQuestFor(opening, approve(KEY, OPEN_QUEST, abi.encode(opening), 3));
        vm.prank(wallet);
        inbox.openQuest(opening);
        bytes32[] memory both = inbox.itemHashes(3, 2);
        vm.assertEq(both[0], both[1], "as if the wallet had called");
    }

    function test_a_smart_wallet_approves_by_erc1271() public {
        SmartWallet smart = new SmartWallet();
        Approval memory approval = Approval(0, address(smart), 0, block.timestamp + 60, "smart");
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, uint160(address(smart))));
        inbox.forcedWithdrawFor(withdrawal, approval);
        smart.approve(digestOf(FORCED_WITHDRAW, abi.encode(withdrawal), 0, approval.deadline));
        inbox.forcedWithdrawFor(withdrawal, approval);
        queued(0, [6 + 11 * uint256(256), 500 * 256, 0x777, 0, 0, 0, 0, 0, 0, uint160(address(smart))]);
    }

    function test_a_solana_wallet_approves_by_its_text(bytes32 other) public {
        uint256 deadline = block.timestamp + 60;
        string memory text = inbox.forcedWithdrawText(withdrawal, 0, deadline);
        Approval memory approval = Approval(SOLANA_KEY, wallet, 0, deadline, ed25519.sign(SOLANA_KEY, bytes(text)));
        vm.assume(other != SOLANA_KEY && other != 0);
        approval.solanaKey = other;
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, solanaWord(other)));
        inbox.forcedWithdrawFor(withdrawal, approval);
        approval.solanaKey = SOLANA_KEY;
        withdrawal.amount++;
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, solanaWord(SOLANA_KEY)));
        inbox.forcedWithdrawFor(withdrawal, approval);
        withdrawal.amount--;
        inbox.forcedWithdrawFor(withdrawal, approval);
        queued(0, [6 + 11 * uint256(256), 500 * 256, 0x777, 0, 0, 0, 0, 0, 0, solanaWord(SOLANA_KEY)]);
        vm.assertEq(inbox.nonces(solanaWord(SOLANA_KEY)), 1, "nonce");
    }

    function test_the_texts_are_what_a_person_reads() public view {
        string memory inboxText = string.concat("\nchain: 31338\ninbox: ", lower(address(inbox)), "\naccount: 11\n");
        same(
            inbox.forcedWithdrawText(withdrawal, 4, 5),
            string.concat(
                "Cairn inbox request\naction: forcedWithdraw",
                inboxText,
                "token: 0\namount: 500\nrecipient: 0x0000000000000000000000000000000000000777\nnonce: 4\ndeadline: 5"
            )
        );
        same(
            inbox.cancelKeyText(11, true, 4, 5),
            string.concat("Cairn inbox request\naction: cancelKey", inboxText, "as: linked wallet\nnonce: 4\ndeadline: 5")
        );
        // Different requests never have one text.
        vm.assertTrue(differ(inbox.cancelKeyText(11, true, 4, 5), inbox.cancelKeyText(11, false, 4, 5)), "role");
        KeySetting memory setting = KeySetting(11, 12, 13, 14, 15);
        string memory text = inbox.setKeyText(setting, 4, 5);
        setting.linkedWallet = 16;
        vm.assertTrue(differ(text, inbox.setKeyText(setting, 4, 5)), "linked wallet");
        QuestOpening memory opening = openingOf(11, 12);
        text = inbox.openQuestText(opening, 4, 5);
        opening.rulesHash++;
        vm.assertTrue(differ(text, inbox.openQuestText(opening, 4, 5)), "terms");
    }

    function test_a_linked_wallet_must_sign_the_setting_that_names_it() public {
        address linked = vm.addr(LINKED_KEY);
        KeySetting memory setting = KeySetting(11, 12, 13, 0, uint160(linked));
        Approval memory approval = approve(KEY, SET_KEY, abi.encode(setting), 0);
        vm.prank(wallet);
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, uint160(wallet)));
        inbox.setKey(setting, approval); // signed, but not by the linked wallet
        vm.prank(wallet);
        vm.expectRevert();
        inbox.setKey(setting, noApproval());

        approval = approve(LINKED_KEY, SET_KEY, abi.encode(setting), 0);
        vm.prank(wallet);
        inbox.setKey(setting, approval);
        uint256[10] memory words = [3 + 11 * uint256(256), 12, 13, 0, uint160(linked), 0, 0, 0, 0, uint160(wallet)];
        queued(0, words);
        inbox.setKeyFor(setting, approve(KEY, SET_KEY, abi.encode(setting), 0), approve(LINKED_KEY, SET_KEY, abi.encode(setting), 1));
        queued(1, words);
    }

    function approve(uint256 key, bytes32 kind, bytes memory content, uint256 nonce) private view returns (Approval memory) {
        uint256 deadline = START + 60;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(kind, content, nonce, deadline));
        return Approval(0, vm.addr(key), nonce, deadline, abi.encodePacked(r, s, v));
    }

    /// @dev EIP-712, written out.
    function digestOf(bytes32 kind, bytes memory content, uint256 nonce, uint256 deadline) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Cairn inbox"),
                keccak256("1"),
                uint256(31338),
                address(inbox)
            )
        );
        return keccak256(abi.encodePacked("\x19\x01", domain, keccak256(abi.encodePacked(kind, content, nonce, deadline))));
    }

    function refused(Approval memory approval) private {
        vm.expectRevert(abi.encodeWithSelector(IInbox.ApprovalRefused.selector, uint160(wallet)));
        inbox.forcedWithdrawFor(withdrawal, approval);
    }

    function queued(uint256 index, uint256[10] memory words) private view {
        vm.assertEq(inbox.itemHashes(index, 1)[0], keccak256(abi.encodePacked(words)), "item");
    }

    function solanaWord(bytes32 key) private pure returns (uint256) {
        return (1 << 248) + uint256(keccak256(abi.encodePacked(key))) / 256;
    }

    function parts(bytes memory signature) private pure returns (bytes32 r, bytes32 s, uint8 v) {
        assembly ("memory-safe") {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
            v := byte(0, mload(add(signature, 0x60)))
        }
    }

    function same(string memory found, string memory expected) private pure {
        vm.assertTrue(!differ(found, expected), found);
    }

    function differ(string memory a, string memory b) private pure returns (bool) {
        return keccak256(bytes(a)) != keccak256(bytes(b));
    }

    function lower(address who) private pure returns (string memory) {
        bytes memory text = new bytes(42);
        (text[0], text[1]) = ("0", "x");
        for (uint256 i; i < 40; ++i) {
            text[2 + i] = bytes16("0123456789abcdef")[(uint160(who) >> (4 * (39 - i))) & 0xf];
        }
        return string(text);
    }
}
