// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {WalletApprovals} from "./WalletApprovals.sol";
import {IEd25519} from "./interfaces/IEd25519.sol";
import {IERC3009} from "./interfaces/IERC3009.sol";
import {
    Approval, ForcedWithdrawal, IInbox, KeySetting, Permit, QuestOpening, TokenAuthorization
} from "./interfaces/IInbox.sol";
import {IRollup} from "./interfaces/IRollup.sol";
import {ISharedBridge} from "./interfaces/ISharedBridge.sol";
import {Constants} from "./libraries/Constants.sol";
import {InboxWords} from "./libraries/InboxWords.sol";

/// @title The slot's inbox. See {IInbox}.
contract Inbox is WalletApprovals, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant MAX_PENDING = 4096;
    uint256 private constant FEE_STEP = 50;

    ISharedBridge public immutable bridge;
    IRollup public immutable rollup;
    uint256 public immutable baseFee;

    bytes32[] private _items;
    uint40[] private _times;
    /// @dev Place i holds the token of id i + 1.
    address[] private _tokens;
    mapping(address token => bool) private _listed;

    constructor(ISharedBridge bridge_, IRollup rollup_, IEd25519 ed25519_, uint256 baseFee_) WalletApprovals(ed25519_) {
        bridge = bridge_;
        rollup = rollup_;
        baseFee = baseFee_;
    }

    /// @inheritdoc IInbox
    function deposit(uint32 account, uint256 walletWord) external payable nonReentrant returns (uint256 index) {
        uint256 cost = fee();
        if (msg.value < cost) revert FeeTooLow(msg.value, cost);
        uint256 amount = msg.value - cost;
        index = _queueDeposit(0, amount, account, walletWord, msg.sender);
        bridge.receiveFor{value: amount}(address(rollup));
    }

    /// @inheritdoc IInbox
    function depositToken(uint8 id, uint256 amount, uint32 account, uint256 walletWord)
        external
        payable
        nonReentrant
        returns (uint256 index)
    {
        uint256 cost = _requireFee();
        index = _depositFromSender(id, amount, account, walletWord);
        _giveBack(cost);
    }

    /// @inheritdoc IInbox
    function depositWithPermit(uint8 id, uint256 amount, uint32 account, uint256 walletWord, Permit calldata permit)
        external
        payable
        nonReentrant
        returns (uint256 index)
    {
        uint256 cost = _requireFee();
        // Somebody may have used the permit already; what counts is the allowance.
        try IERC20Permit(_erc20(id)).permit(msg.sender, address(this), amount, permit.deadline, permit.v, permit.r, permit.s) {} catch {}
        index = _depositFromSender(id, amount, account, walletWord);
        _giveBack(cost);
    }

    /// @inheritdoc IInbox
    function depositWithAuthorization(uint8 id, uint32 account, uint256 walletWord, TokenAuthorization calldata a)
        external
        payable
        nonReentrant
        returns (uint256 index)
    {
        uint256 cost = _requireFee();
        address erc20 = _erc20(id);
        uint256 before = IERC20(erc20).balanceOf(address(this));
        bytes32 nonce = authorizationNonce(account, walletWord, a.salt);
        IERC3009(erc20).receiveWithAuthorization(
            a.from, address(this), a.value, a.validAfter, a.validBefore, nonce, a.v, a.r, a.s
        );
        IERC20(erc20).safeTransfer(address(bridge), IERC20(erc20).balanceOf(address(this)) - before);
        index = _queueDeposit(id, bridge.receiveToken(address(rollup), erc20), account, walletWord, a.from);
        _giveBack(cost);
    }

    /// @inheritdoc IInbox
    function openQuest(QuestOpening calldata opening) external payable returns (uint256) {
        return _queuePaid(InboxWords.openQuest(opening), _evmWord(msg.sender));
    }

    /// @inheritdoc IInbox
    function openQuestFor(QuestOpening calldata opening, Approval calldata approval) external payable returns (uint256) {
        return _queuePaid(InboxWords.openQuest(opening), _openQuestApproved(opening, approval));
    }

    /// @inheritdoc IInbox
    function setKey(KeySetting calldata setting, Approval calldata linked) external payable returns (uint256) {
        return _queueKey(setting, _evmWord(msg.sender), linked);
    }

    /// @inheritdoc IInbox
    function setKeyFor(KeySetting calldata setting, Approval calldata approval, Approval calldata linked)
        external
        payable
        returns (uint256)
    {
        return _queueKey(setting, _setKeyApproved(setting, approval), linked);
    }

    /// @inheritdoc IInbox
    function activateKey(uint32 account) external payable returns (uint256) {
        return _queuePaid(InboxWords.activateKey(account), _evmWord(msg.sender));
    }

    /// @inheritdoc IInbox
    function cancelKey(uint32 account, bool linked) external payable returns (uint256) {
        return _queuePaid(InboxWords.cancelKey(account, linked), _evmWord(msg.sender));
    }

    /// @inheritdoc IInbox
    function cancelKeyFor(uint32 account, bool linked, Approval calldata approval) external payable returns (uint256) {
        return _queuePaid(InboxWords.cancelKey(account, linked), _cancelKeyApproved(account, linked, approval));
    }

    /// @inheritdoc IInbox
    function forcedWithdraw(ForcedWithdrawal calldata withdrawal) external payable returns (uint256) {
        return _queueWithdrawal(withdrawal, _evmWord(msg.sender));
    }

    /// @inheritdoc IInbox
    function forcedWithdrawFor(ForcedWithdrawal calldata withdrawal, Approval calldata approval) external payable returns (uint256) {
        return _queueWithdrawal(withdrawal, _forcedWithdrawApproved(withdrawal, approval));
    }

    /// @inheritdoc IInbox
    function listToken(address erc20) external returns (uint8 id) {
        address proposer = rollup.proposer();
        if (msg.sender != proposer) revert NotProposer(msg.sender, proposer);
        bool full = _tokens.length + 1 == Constants.TOKENS_PER_ACCOUNT;
        if (full || _listed[erc20] || erc20.code.length == 0) revert TokenRefused(erc20);
        _listed[erc20] = true;
        _tokens.push(erc20);
        id = uint8(_tokens.length);
        emit TokenListed(id, erc20);
    }

    /// @inheritdoc IInbox
    function takeFees() external nonReentrant {
        address to = rollup.proposer();
        uint256 amount = address(this).balance;
        emit FeesTaken(to, amount);
        _sendCoin(to, amount);
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

    /// @inheritdoc IInbox
    function queuedAt(uint256 index) external view returns (uint256) {
        if (index >= _times.length) revert ItemUnknown(index);
        return _times[index];
    }

    /// @inheritdoc IInbox
    function queuedBefore(uint256 from, uint256 limit, uint256 time) external view returns (uint256 count) {
        uint256 last = _times.length;
        while (count < limit && from + count < last && _times[from + count] < time) {
            ++count;
        }
    }

    /// @inheritdoc IInbox
    function token(uint256 id) public view returns (address) {
        if (id == 0) return address(0);
        if (id > _tokens.length) revert TokenUnknown(id);
        return _tokens[id - 1];
    }

    /// @inheritdoc IInbox
    function tokenCount() external view returns (uint256) {
        return _tokens.length;
    }

    /// @inheritdoc IInbox
    function authorizationNonce(uint32 account, uint256 walletWord, bytes32 salt) public pure returns (bytes32) {
        return keccak256(abi.encode(account, walletWord, salt));
    }

    function _erc20(uint256 id) private view returns (address) {
        if (id == 0) revert TokenUnknown(0);
        return token(id);
    }

    function _depositFromSender(uint8 id, uint256 amount, uint32 account, uint256 walletWord) private returns (uint256) {
        address erc20 = _erc20(id);
        IERC20(erc20).safeTransferFrom(msg.sender, address(bridge), amount);
        return _queueDeposit(id, bridge.receiveToken(address(rollup), erc20), account, walletWord, msg.sender);
    }

    function _queueDeposit(uint8 id, uint256 amount, uint32 account, uint256 walletWord, address payer) private returns (uint256) {
        return _queue(InboxWords.deposit(id, amount, account, walletWord), _evmWord(payer));
    }

    /// @dev The linked wallet signs the same setting and must be the wallet that the setting names.
    function _queueKey(KeySetting calldata setting, uint256 wallet, Approval calldata linked) private returns (uint256) {
        if (setting.linkedWallet != 0) {
            uint256 signer = _setKeyApproved(setting, linked);
            if (signer != setting.linkedWallet) revert ApprovalRefused(signer);
        }
        return _queuePaid(InboxWords.setKey(setting), wallet);
    }

    function _queueWithdrawal(ForcedWithdrawal calldata withdrawal, uint256 wallet) private returns (uint256) {
        token(withdrawal.token);
        return _queuePaid(InboxWords.forcedWithdraw(withdrawal), wallet);
    }

    /// @dev Queues what costs the fee alone; the rest of the value goes back.
    function _queuePaid(uint256[10] memory words, uint256 wallet) private nonReentrant returns (uint256 index) {
        uint256 cost = _requireFee();
        index = _queue(words, wallet);
        _giveBack(cost);
    }

    function _queue(uint256[10] memory words, uint256 wallet) private returns (uint256 index) {
        if (rollup.frozen()) revert InboxFrozen();
        uint256 waiting = pending();
        if (waiting >= MAX_PENDING) revert InboxFull(waiting);
        words[9] = wallet;
        index = _items.length;
        _items.push(keccak256(abi.encodePacked(words)));
        _times.push(uint40(block.timestamp));
        emit ItemQueued(index, uint8(words[0]), wallet, block.timestamp, words);
    }

    function _requireFee() private view returns (uint256 cost) {
        cost = fee();
        if (msg.value < cost) revert FeeTooLow(msg.value, cost);
    }

    function _giveBack(uint256 cost) private {
        if (msg.value > cost) _sendCoin(msg.sender, msg.value - cost);
    }

    function _sendCoin(address to, uint256 amount) private {
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert PaymentRefused(to);
    }
}
