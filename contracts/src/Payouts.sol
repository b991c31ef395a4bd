// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {FinalBatches} from "./FinalBatches.sol";
import {Claim, IRollup} from "./interfaces/IRollup.sol";
import {Constants} from "./libraries/Constants.sol";
import {Counts, Sections, WordLayout} from "./libraries/WordLayout.sol";

/// @title What leaves the slot: withdrawals and refused deposits of final batches, and everything of a frozen slot.
abstract contract Payouts is FinalBatches {
    using BitMaps for BitMaps.BitMap;
    using WordLayout for Sections;

    address public immutable escape;

    /// @dev One bit an entry of a batch, whatever it is paid as.
    mapping(uint64 number => BitMaps.BitMap) private _paid;
    BitMaps.BitMap private _returned;

    constructor(address escape_) {
        escape = escape_;
    }

    /// @inheritdoc IRollup
    function payWithdrawals(Claim calldata claim, bytes calldata words, uint256[] calldata entries) external {
        (Sections memory sections, Counts memory counts) = _finalWords(claim, words);
        for (uint256 i; i < entries.length; ++i) {
            uint256 entry = entries[i];
            uint256 kind = _kindOf(sections, words, counts, claim, entry);
            bool payable_ = entry < counts.ledger
                ? kind == Constants.KIND_WITHDRAW
                : kind == Constants.KIND_FORCED_WITHDRAW && _applied(claim, entry - counts.ledger);
            if (!payable_) revert EntryNotPayable(claim.number, entry);
            _markPaid(claim.number, entry);
            (address token, uint256 amount) = _moneyOf(sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS + 1));
            address to = address(uint160(sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS + 2)));
            emit WithdrawalPaid(claim.number, entry, to, token, amount);
            inbox.bridge().pay(token, to, amount);
        }
    }

    /// @inheritdoc IRollup
    function refundDeposits(Claim calldata claim, bytes calldata words, uint256[] calldata entries) external {
        (Sections memory sections, Counts memory counts) = _finalWords(claim, words);
        for (uint256 i; i < entries.length; ++i) {
            uint256 entry = entries[i];
            uint256 kind = _kindOf(sections, words, counts, claim, entry);
            bool refused = entry >= counts.ledger && kind == Constants.KIND_DEPOSIT && !_applied(claim, entry - counts.ledger);
            if (!refused) revert EntryNotPayable(claim.number, entry);
            _markPaid(claim.number, entry);
            (address token, uint256 amount) = _moneyOf(sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS + 1));
            // A deposit is made with the money of an EVM wallet: the item's last word is its address.
            address to = address(uint160(sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS + 9)));
            emit DepositRefunded(claim.number, entry, to, token, amount);
            inbox.bridge().pay(token, to, amount);
        }
    }

    /// @inheritdoc IRollup
    function returnDeposit(uint256 inboxIndex, uint256[10] calldata words) external {
        if (!_isFrozen()) revert SlotNotFrozen();
        bool owed = inboxIndex >= _consumed() && words[0] & 0xff == Constants.KIND_DEPOSIT && !_returned.get(inboxIndex);
        if (!owed) revert NothingToReturn(inboxIndex);
        if (keccak256(abi.encodePacked(words)) != inbox.itemHashes(inboxIndex, 1)[0]) revert InboxItemMismatch(inboxIndex);
        _returned.set(inboxIndex);
        (address token, uint256 amount) = _moneyOf(words[1]);
        address to = address(uint160(words[9]));
        emit DepositReturned(inboxIndex, to, token, amount);
        inbox.bridge().pay(token, to, amount);
    }

    /// @inheritdoc IRollup
    function payExit(uint256 token, address to, uint256 amount) external {
        if (msg.sender != escape) revert NotEscape(msg.sender, escape);
        if (!_isFrozen()) revert SlotNotFrozen();
        inbox.bridge().pay(inbox.token(token), to, amount);
    }

    /// @inheritdoc IRollup
    function paid(uint64 number, uint256 entry) external view returns (bool) {
        return _paid[number].get(entry);
    }

    /// @inheritdoc IRollup
    function returned(uint256 inboxIndex) external view returns (bool) {
        return _returned.get(inboxIndex);
    }

    function _isFrozen() internal view virtual returns (bool);

    /// @dev Inbox items that final batches consumed.
    function _consumed() internal view virtual returns (uint256);

    function _markPaid(uint64 number, uint256 entry) private {
        if (_paid[number].get(entry)) revert EntryPaid(number, entry);
        _paid[number].set(entry);
    }

    /// @dev The kind of an entry that the batch has.
    function _kindOf(Sections memory sections, bytes calldata words, Counts memory counts, Claim calldata claim, uint256 entry)
        private
        pure
        returns (uint256)
    {
        if (entry >= counts.ledger + counts.inbox) revert EntryNotPayable(claim.number, entry);
        return sections.get(words, WordLayout.ENTRIES, entry * Constants.ENTRY_WORDS) & 0xff;
    }

    /// @dev Whether the batch applied its inbox item number `item`.
    function _applied(Claim calldata claim, uint256 item) private pure returns (bool) {
        return (claim.effects >> item) & 1 == 1;
    }

    /// @dev `token + amount * 2^8`.
    function _moneyOf(uint256 word) private view returns (address token, uint256 amount) {
        token = inbox.token(word & ((1 << Constants.BITS_TOKEN) - 1));
        amount = word >> Constants.BITS_TOKEN;
    }
}
