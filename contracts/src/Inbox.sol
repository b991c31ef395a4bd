// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IInbox, QuestOpening} from "./interfaces/IInbox.sol";
import {IRollup} from "./interfaces/IRollup.sol";
import {ISharedBridge} from "./interfaces/ISharedBridge.sol";
import {Constants} from "./libraries/Constants.sol";
import {Field} from "./libraries/Field.sol";

/// @title The slot's inbox. See {IInbox}.
contract Inbox is IInbox {
    uint256 private constant MAX_PENDING = 4096;
    uint256 private constant FEE_STEP = 50;

    ISharedBridge public immutable bridge;
    IRollup public immutable rollup;
    uint256 public immutable baseFee;

    bytes32[] private _items;

    constructor(ISharedBridge bridge_, IRollup rollup_, uint256 baseFee_) {
        bridge = bridge_;
        rollup = rollup_;
        baseFee = baseFee_;
    }

    /// @inheritdoc IInbox
    function deposit(uint32 account, uint256 walletWord) external payable returns (uint256 index) {
        uint256 cost = fee();
        if (msg.value < cost) revert FeeTooLow(msg.value, cost);
        uint256 amount = msg.value - cost;
        if (amount == 0 || amount >> Constants.BITS_AMOUNT != 0) revert AmountOutOfRange(amount);
        _requireWidth("account", account, Constants.BITS_ACCOUNT);
        if (account == Constants.NEW_ACCOUNT) _requireWallet(walletWord);
        else if (walletWord != 0) revert FieldOutOfRange("walletWord", walletWord);
        uint256[10] memory words;
        words[1] = amount << Constants.BITS_TOKEN; // token 0
        words[2] = walletWord;

        index = _queue(Constants.KIND_DEPOSIT, account, words);
        bridge.receiveFor{value: amount}(address(rollup));
    }

    /// @inheritdoc IInbox
    function openQuest(QuestOpening calldata opening) external payable returns (uint256 index) {
        uint256 cost = fee();
        if (msg.value != cost) revert FeeTooLow(msg.value, cost);
        _requireWidth("account", opening.account, Constants.BITS_ACCOUNT);
        _requireWidth("quest", opening.quest, Constants.BITS_QUEST);
        _requireWidth("previous", opening.previous, Constants.BITS_QUEST);
        _requireWidth("rulesHash", opening.rulesHash, Constants.BITS_DIGEST);
        if (opening.issuerKeyX >= Field.P) revert FieldOutOfRange("issuerKeyX", opening.issuerKeyX);
        if (opening.issuerKeyY >= Field.P) revert FieldOutOfRange("issuerKeyY", opening.issuerKeyY);
        if (opening.rewardToken >= Constants.TOKENS_PER_ACCOUNT) revert FieldOutOfRange("rewardToken", opening.rewardToken);

        index = _queue(Constants.KIND_OPEN_QUEST, opening.account, _questWords(opening));
    }

    /// @inheritdoc IInbox
    function takeFees() external {
        address to = rollup.proposer();
        uint256 amount = address(this).balance;
        emit FeesTaken(to, amount);
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert PaymentRefused(to);
    }

    /// @inheritdoc IInbox
    function fee() public view returns (uint256) {
        return baseFee == 0 ? 0 : baseFee + baseFee * pending() / FEE_STEP;
    }

    /// @inheritdoc IInbox
    function length() external view returns (uint256) {
        return _items.length;
    }

    /// @inheritdoc IInbox
    function pending() public view returns (uint256) {
        return _items.length - rollup.finalHead().inboxIndex;
    }

    /// @inheritdoc IInbox
    function itemHashes(uint256 from, uint256 count) external view returns (bytes32[] memory hashes) {
        if (from + count > _items.length) revert ItemUnknown(_items.length);
        hashes = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            hashes[i] = _items[from + i];
        }
    }

    function _queue(uint256 kind, uint256 account, uint256[10] memory words) private returns (uint256 index) {
        uint256 waiting = pending();
        if (waiting >= MAX_PENDING) revert InboxFull(waiting);
        words[0] = kind | (account << 8) | (uint256(uint160(msg.sender)) << (8 + Constants.BITS_ACCOUNT));
        index = _items.length;
        _items.push(keccak256(abi.encodePacked(words)));
        emit ItemQueued(index, uint8(kind), msg.sender, words);
    }

    function _questWords(QuestOpening calldata opening) private pure returns (uint256[10] memory words) {
        words[1] = uint256(opening.quest) | (uint256(opening.previous) << Constants.BITS_QUEST);
        words[2] = opening.issuerKeyX;
        words[3] = opening.issuerKeyY;
        uint256 revocable = opening.revocable ? 1 : 0;
        words[4] = uint256(opening.opensAt) | (uint256(opening.closesAt) << 40) | (uint256(opening.supply) << 80)
            | (uint256(opening.points) << 112) | (uint256(opening.category) << 144) | (uint256(opening.expiresAfter) << 160)
            | (revocable << 200);
        words[5] = uint256(opening.rewardToken) | (uint256(opening.rewardPerMint) << 8) | (uint256(opening.feePerMint) << 104);
        words[6] = opening.rulesHash;
        words[7] = uint256(opening.pool) | (uint256(opening.feePool) << 112);
    }

    /// @dev The same rule as `openAccount`: a word that the slot could not open an account for is not queued.
    function _requireWallet(uint256 word) private pure {
        uint256 kind = word >> 248;
        uint256 value = word & ((1 << 248) - 1);
        bool fits = kind == 0 ? value >> 160 == 0 : kind == 1;
        if (!fits || value == 0) revert FieldOutOfRange("walletWord", word);
    }

    function _requireWidth(bytes32 field, uint256 value, uint256 bits) private pure {
        if (value >> bits != 0) revert FieldOutOfRange(field, value);
    }
}
