// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ForcedWithdrawal, IInbox, KeySetting, QuestOpening} from "../interfaces/IInbox.sol";
import {Constants} from "./Constants.sol";
import {Field} from "./Field.sol";

/// @title Typed arguments as the ten words of an inbox item (rollup README, "Transactions"); the last word is the caller's to set.
/// @notice Every field in its own bits and every word below the field's modulus: what the circuit reads is what was asked.
library InboxWords {
    function deposit(uint256 token, uint256 amount, uint256 account, uint256 walletWord)
        internal
        pure
        returns (uint256[10] memory words)
    {
        if (amount == 0 || amount >> Constants.BITS_AMOUNT != 0) revert IInbox.AmountOutOfRange(amount);
        if (account == Constants.NEW_ACCOUNT) {
            requireWallet(walletWord);
        } else {
            requireAccount(account);
            if (walletWord != 0) revert IInbox.FieldOutOfRange("walletWord", walletWord);
        }
        words[0] = Constants.KIND_DEPOSIT | (account << 8);
        words[1] = token | (amount << Constants.BITS_TOKEN);
        words[2] = walletWord;
    }

    function openQuest(QuestOpening calldata opening) internal pure returns (uint256[10] memory words) {
        requireAccount(opening.account);
        requireBelow("quest", opening.quest, Constants.CAPACITY_QUESTS);
        requireBelow("previous", opening.previous, Constants.CAPACITY_QUESTS + 1);
        requireBelow("rulesHash", opening.rulesHash, 1 << Constants.BITS_DIGEST);
        requireBelow("issuerKeyX", opening.issuerKeyX, Field.P);
        requireBelow("issuerKeyY", opening.issuerKeyY, Field.P);
        requireBelow("rewardToken", opening.rewardToken, Constants.TOKENS_PER_ACCOUNT);
        words[0] = Constants.KIND_OPEN_QUEST | (uint256(opening.account) << 8);
        words[1] = uint256(opening.quest) | (uint256(opening.previous) << Constants.BITS_QUEST);
        words[2] = opening.issuerKeyX;
        words[3] = opening.issuerKeyY;
        words[4] = uint256(opening.opensAt) | (uint256(opening.closesAt) << 40) | (uint256(opening.supply) << 80)
            | (uint256(opening.points) << 112) | (uint256(opening.category) << 144) | (uint256(opening.expiresAfter) << 160)
            | (uint256(opening.revocable ? 1 : 0) << 200);
        words[5] = uint256(opening.rewardToken) | (uint256(opening.rewardPerMint) << 8) | (uint256(opening.feePerMint) << 104);
        words[6] = opening.rulesHash;
        words[7] = uint256(opening.pool) | (uint256(opening.feePool) << 112);
    }

    function setKey(KeySetting calldata setting) internal pure returns (uint256[10] memory words) {
        requireAccount(setting.account);
        requireBelow("keyX", setting.keyX, Field.P);
        requireBelow("keyY", setting.keyY, Field.P);
        requireBelow("identity", setting.identity, Field.P);
        if (setting.linkedWallet != 0) requireWallet(setting.linkedWallet);
        words[0] = Constants.KIND_SET_KEY | (uint256(setting.account) << 8);
        words[1] = setting.keyX;
        words[2] = setting.keyY;
        words[3] = setting.identity;
        words[4] = setting.linkedWallet;
    }

    function activateKey(uint256 account) internal pure returns (uint256[10] memory words) {
        requireAccount(account);
        words[0] = Constants.KIND_ACTIVATE_KEY | (account << 8);
    }

    function cancelKey(uint256 account, bool linked) internal pure returns (uint256[10] memory words) {
        requireAccount(account);
        words[0] = Constants.KIND_CANCEL_KEY | (account << 8);
        words[1] = linked ? 1 : 0;
    }

    function forcedWithdraw(ForcedWithdrawal calldata withdrawal) internal pure returns (uint256[10] memory words) {
        requireAccount(withdrawal.account);
        if (withdrawal.amount == 0) revert IInbox.AmountOutOfRange(0);
        if (withdrawal.recipient == address(0)) revert IInbox.FieldOutOfRange("recipient", 0);
        words[0] = Constants.KIND_FORCED_WITHDRAW | (uint256(withdrawal.account) << 8);
        words[1] = uint256(withdrawal.token) | (uint256(withdrawal.amount) << Constants.BITS_TOKEN);
        words[2] = uint256(uint160(withdrawal.recipient));
    }

    /// @dev The same rule as `openAccount`: a word that the slot could not open an account for is not queued.
    function requireWallet(uint256 word) private pure {
        uint256 kind = word >> 248;
        uint256 value = word & ((1 << 248) - 1);
        bool fits = kind == 0 ? value >> 160 == 0 : kind == 1;
        if (!fits || value == 0) revert IInbox.FieldOutOfRange("walletWord", word);
    }

    function requireAccount(uint256 account) private pure {
        requireBelow("account", account, Constants.CAPACITY_ACCOUNTS);
    }

    function requireBelow(bytes32 field, uint256 value, uint256 limit) private pure {
        if (value >= limit) revert IInbox.FieldOutOfRange(field, value);
    }
}
