// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IEd25519} from "./interfaces/IEd25519.sol";
import {Approval, ForcedWithdrawal, IInbox, KeySetting, QuestOpening} from "./interfaces/IInbox.sol";

/// @title Wallet signatures that somebody else brings to the inbox.
/// @notice EVM wallets sign EIP-712 under this contract's domain, Solana wallets a text that names chain and contract. Either carries a
/// nonce of the wallet and a deadline.
abstract contract WalletApprovals is IInbox, EIP712 {
    bytes32 private constant OPEN_QUEST = keccak256(
        "OpenQuest(uint32 account,uint32 quest,uint32 previous,uint256 issuerKeyX,uint256 issuerKeyY,uint40 opensAt,uint40 closesAt,uint32 supply,uint32 points,uint16 category,uint40 expiresAfter,bool revocable,uint8 rewardToken,uint96 rewardPerMint,uint96 feePerMint,uint256 rulesHash,uint112 pool,uint112 feePool,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant SET_KEY = keccak256(
        "SetKey(uint32 account,uint256 keyX,uint256 keyY,uint256 identity,uint256 linkedWallet,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant CANCEL_KEY = keccak256("CancelKey(uint32 account,bool linked,uint256 nonce,uint256 deadline)");
    bytes32 private constant FORCED_WITHDRAW =
        keccak256("ForcedWithdraw(uint32 account,uint8 token,uint96 amount,address recipient,uint256 nonce,uint256 deadline)");

    IEd25519 public immutable ed25519;

    /// @inheritdoc IInbox
    mapping(uint256 wallet => uint256) public nonces;

    constructor(IEd25519 ed25519_) EIP712("Cairn inbox", "1") {
        ed25519 = ed25519_;
    }

    /// @inheritdoc IInbox
    function openQuestText(QuestOpening calldata opening, uint256 nonce, uint256 deadline) public view returns (string memory) {
        string memory details = string.concat(
            "quest: ",
            Strings.toString(opening.quest),
            "\npool: ",
            Strings.toString(opening.pool),
            "\nfee pool: ",
            Strings.toString(opening.feePool),
            "\nterms: ",
            Strings.toHexString(uint256(keccak256(abi.encode(opening))), 32)
        );
        return _text("openQuest", opening.account, details, nonce, deadline);
    }

    /// @inheritdoc IInbox
    function setKeyText(KeySetting calldata setting, uint256 nonce, uint256 deadline) public view returns (string memory) {
        string memory details = string.concat(
            "key x: ",
            Strings.toHexString(setting.keyX, 32),
            "\nkey y: ",
            Strings.toHexString(setting.keyY, 32),
            "\nidentity: ",
            Strings.toHexString(setting.identity, 32),
            "\nlinked wallet: ",
            Strings.toHexString(setting.linkedWallet, 32)
        );
        return _text("setKey", setting.account, details, nonce, deadline);
    }

    /// @inheritdoc IInbox
    function cancelKeyText(uint32 account, bool linked, uint256 nonce, uint256 deadline) public view returns (string memory) {
        return _text("cancelKey", account, linked ? "as: linked wallet" : "as: primary wallet", nonce, deadline);
    }

    /// @inheritdoc IInbox
    function forcedWithdrawText(ForcedWithdrawal calldata withdrawal, uint256 nonce, uint256 deadline)
        public
        view
        returns (string memory)
    {
        string memory details = string.concat(
            "token: ",
            Strings.toString(withdrawal.token),
            "\namount: ",
            Strings.toString(withdrawal.amount),
            "\nrecipient: ",
            Strings.toHexString(withdrawal.recipient)
        );
        return _text("forcedWithdraw", withdrawal.account, details, nonce, deadline);
    }

    /// @dev The wallet word of who approved; spends its nonce.
    function _openQuestApproved(QuestOpening calldata opening, Approval calldata approval) internal returns (uint256) {
        if (approval.solanaKey != 0) return _solana(approval, openQuestText(opening, approval.nonce, approval.deadline));
        // The struct's members in the order of the type: each one word, as `abi.encode` writes them.
        return _evm(approval, keccak256(abi.encodePacked(OPEN_QUEST, abi.encode(opening, approval.nonce, approval.deadline))));
    }

    function _setKeyApproved(KeySetting calldata setting, Approval calldata approval) internal returns (uint256) {
        if (approval.solanaKey != 0) return _solana(approval, setKeyText(setting, approval.nonce, approval.deadline));
        return _evm(approval, keccak256(abi.encodePacked(SET_KEY, abi.encode(setting, approval.nonce, approval.deadline))));
    }

    function _cancelKeyApproved(uint32 account, bool linked, Approval calldata approval) internal returns (uint256) {
        if (approval.solanaKey != 0) return _solana(approval, cancelKeyText(account, linked, approval.nonce, approval.deadline));
        return _evm(approval, keccak256(abi.encode(CANCEL_KEY, account, linked, approval.nonce, approval.deadline)));
    }

    function _forcedWithdrawApproved(ForcedWithdrawal calldata withdrawal, Approval calldata approval) internal returns (uint256) {
        if (approval.solanaKey != 0) return _solana(approval, forcedWithdrawText(withdrawal, approval.nonce, approval.deadline));
        return _evm(approval, keccak256(abi.encodePacked(FORCED_WITHDRAW, abi.encode(withdrawal, approval.nonce, approval.deadline))));
    }

    /// @dev `value + kind * 2^248`, kind 0.
    function _evmWord(address wallet) internal pure returns (uint256) {
        return uint256(uint160(wallet));
    }

    function _evm(Approval calldata approval, bytes32 structHash) private returns (uint256 wallet) {
        wallet = _evmWord(approval.evmWallet);
        _spend(approval, wallet);
        bool signed = SignatureChecker.isValidSignatureNow(approval.evmWallet, _hashTypedDataV4(structHash), approval.signature);
        if (wallet == 0 || !signed) revert ApprovalRefused(wallet);
    }

    function _solana(Approval calldata approval, string memory text) private returns (uint256 wallet) {
        wallet = (uint256(keccak256(abi.encodePacked(approval.solanaKey))) >> 8) | (1 << 248);
        _spend(approval, wallet);
        if (!ed25519.verify(approval.solanaKey, approval.signature, bytes(text))) revert ApprovalRefused(wallet);
    }

    function _spend(Approval calldata approval, uint256 wallet) private {
        if (block.timestamp > approval.deadline) revert ApprovalExpired(approval.deadline);
        uint256 expected = nonces[wallet]++;
        if (approval.nonce != expected) revert ApprovalNonce(approval.nonce, expected);
    }

    function _text(string memory action, uint256 account, string memory details, uint256 nonce, uint256 deadline)
        private
        view
        returns (string memory)
    {
        string memory place =
            string.concat("\nchain: ", Strings.toString(block.chainid), "\ninbox: ", Strings.toHexString(address(this)));
        string memory head = string.concat("Cairn inbox request\naction: ", action, place, "\naccount: ", Strings.toString(account));
        return string.concat(
            head, "\n", details, "\nnonce: ", Strings.toString(nonce), "\ndeadline: ", Strings.toString(deadline)
        );
    }
}
