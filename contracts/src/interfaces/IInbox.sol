// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISharedBridge} from "./ISharedBridge.sol";
import {IRollup} from "./IRollup.sol";

/// @notice The terms of a quest opened from L2. Widths are those of the quest leaf (rollup README, "State").
/// @param account Slot account that owns the quest; its primary wallet must ask, or the item is a no-op.
/// @param quest Index in the quests tree.
/// @param previous Index + 1 of the quest it follows; 0 = none.
/// @param opensAt Unix seconds.
/// @param closesAt Unix seconds.
/// @param expiresAfter Seconds after issuance; 0 = never.
/// @param rewardToken Token id of the slot, 0 = native.
/// @param rulesHash Upper 248 bits of the definition's SHA-256.
/// @param pool Taken from the owner's vault for rewards.
/// @param feePool Taken from the owner's vault for mint fees.
struct QuestOpening {
    uint32 account;
    uint32 quest;
    uint32 previous;
    uint256 issuerKeyX;
    uint256 issuerKeyY;
    uint40 opensAt;
    uint40 closesAt;
    uint32 supply;
    uint32 points;
    uint16 category;
    uint40 expiresAfter;
    bool revocable;
    uint8 rewardToken;
    uint96 rewardPerMint;
    uint96 feePerMint;
    uint256 rulesHash;
    uint112 pool;
    uint112 feePool;
}

/// @notice A spend key for an account.
/// @param identity H(idSecret) with the first key, 0 with a later one.
/// @param linkedWallet Wallet word of a linked wallet that agrees too, so that the key acts at once; else 0.
struct KeySetting {
    uint32 account;
    uint256 keyX;
    uint256 keyY;
    uint256 identity;
    uint256 linkedWallet;
}

/// @notice A withdrawal that the slot cannot leave out.
/// @param token Token id of the slot, 0 = native.
struct ForcedWithdrawal {
    uint32 account;
    uint8 token;
    uint96 amount;
    address recipient;
}

/// @notice A wallet's signature that somebody else brings. An EVM wallet (ERC-1271 too) signs EIP-712; a Solana wallet signs the text
/// that `approvalText` gives.
/// @param solanaKey The wallet's public key, 0 for an EVM wallet.
/// @param evmWallet The wallet, ignored when `solanaKey` is not 0.
/// @param nonce `nonces(wallet word)`: each signature acts once.
/// @param deadline Unix seconds after which it is worth nothing.
struct Approval {
    bytes32 solanaKey;
    address evmWallet;
    uint256 nonce;
    uint256 deadline;
    bytes signature;
}

/// @notice EIP-2612: lets the inbox take the sender's tokens.
struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @notice EIP-3009 `receiveWithAuthorization` to the inbox. The nonce of the token is `authorizationNonce(account, walletWord, salt)`,
/// so that the holder's signature also says whose vault gets the money.
struct TokenAuthorization {
    address from;
    uint256 value;
    uint256 validAfter;
    uint256 validBefore;
    bytes32 salt;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @title The slot's inbox: what L2 tells the slot.
/// @notice An item is ten words (rollup README, "Transactions"); the chain keeps their keccak and the time, the event carries them in full.
/// The last word is the wallet that asked: the sender, or who signed what somebody else brought. An item that the slot's rules refuse
/// changes nothing there; a refused deposit is paid back from the final batch that refused it. Every call pays `fee()`; a deposit of
/// the chain's coin is what is left of the value, other calls get the rest back.
interface IInbox {
    event ItemQueued(uint256 indexed index, uint8 indexed kind, uint256 indexed wallet, uint256 queuedAt, uint256[10] words);
    event TokenListed(uint8 indexed id, address indexed token);
    event FeesTaken(address indexed to, uint256 amount);

    error InboxFull(uint256 pending);
    error InboxFrozen();
    error FeeTooLow(uint256 found, uint256 expected);
    error AmountOutOfRange(uint256 amount);
    error FieldOutOfRange(bytes32 field, uint256 found);
    error ItemUnknown(uint256 index);
    error PaymentRefused(address to);
    error TokenUnknown(uint256 id);
    error TokenRefused(address token);
    error NotProposer(address found, address expected);
    error ApprovalExpired(uint256 deadline);
    error ApprovalNonce(uint256 found, uint256 expected);
    error ApprovalRefused(uint256 wallet);

    /// @notice Pays `msg.value - fee()` into an account's native vault.
    /// @param account Slot account, or `NEW_ACCOUNT` to open one for `walletWord` first.
    /// @param walletWord `value + kind * 2^248` for `NEW_ACCOUNT`, else 0. Kind 0 = EVM address, 1 = Solana digest.
    /// @return index The item's place in the inbox.
    function deposit(uint32 account, uint256 walletWord) external payable returns (uint256 index);

    /// @notice Pays what arrives of `amount` of a listed token into an account's vault. The inbox must be allowed to take it.
    function depositToken(uint8 token, uint256 amount, uint32 account, uint256 walletWord) external payable returns (uint256 index);

    /// @notice As `depositToken`, with the sender's EIP-2612 permit.
    function depositWithPermit(uint8 token, uint256 amount, uint32 account, uint256 walletWord, Permit calldata permit)
        external
        payable
        returns (uint256 index);

    /// @notice As `depositToken`, with the tokens of who signed an EIP-3009 authorization; anyone may bring it.
    function depositWithAuthorization(uint8 token, uint32 account, uint256 walletWord, TokenAuthorization calldata authorization)
        external
        payable
        returns (uint256 index);

    /// @notice Asks the slot to open a quest of the sender's account.
    function openQuest(QuestOpening calldata opening) external payable returns (uint256 index);

    /// @notice As `openQuest`, for who signed.
    function openQuestFor(QuestOpening calldata opening, Approval calldata approval) external payable returns (uint256 index);

    /// @notice Sets a spend key of the sender's account.
    /// @param linked The linked wallet's signature over the same setting; ignored when `setting.linkedWallet` is 0.
    function setKey(KeySetting calldata setting, Approval calldata linked) external payable returns (uint256 index);

    /// @notice As `setKey`, for who signed.
    function setKeyFor(KeySetting calldata setting, Approval calldata approval, Approval calldata linked)
        external
        payable
        returns (uint256 index);

    /// @notice Makes a pending key act whose delay has passed. Anyone.
    function activateKey(uint32 account) external payable returns (uint256 index);

    /// @notice Drops a pending key; the old one is good again.
    /// @param linked True when the sender is a linked wallet of the account, false when it is the primary one.
    function cancelKey(uint32 account, bool linked) external payable returns (uint256 index);

    /// @notice As `cancelKey`, for who signed.
    function cancelKeyFor(uint32 account, bool linked, Approval calldata approval) external payable returns (uint256 index);

    /// @notice Takes money of the sender's account out of the slot.
    function forcedWithdraw(ForcedWithdrawal calldata withdrawal) external payable returns (uint256 index);

    /// @notice As `forcedWithdraw`, for who signed.
    function forcedWithdrawFor(ForcedWithdrawal calldata withdrawal, Approval calldata approval) external payable returns (uint256 index);

    /// @notice Gives a token the next id, for ever. Only the rollup's proposer; at most 80.
    function listToken(address token) external returns (uint8 id);

    /// @notice Pays the collected fees to the rollup's proposer. Anyone may call.
    function takeFees() external;

    /// @notice What an item costs now: base * (1 + pending / 50).
    function fee() external view returns (uint256);

    /// @notice Items queued so far.
    function length() external view returns (uint256);

    /// @notice Items that no final batch has consumed.
    function pending() external view returns (uint256);

    /// @notice keccak of the ten words of items `from .. from + count - 1`; reverts when one is not there.
    function itemHashes(uint256 from, uint256 count) external view returns (bytes32[] memory);

    /// @notice When an item was queued, unix seconds; reverts when it is not there.
    function queuedAt(uint256 index) external view returns (uint256);

    /// @notice How many items from `from` on, at most `limit`, were queued before `time`.
    function queuedBefore(uint256 from, uint256 limit, uint256 time) external view returns (uint256);

    /// @notice The token of an id: `address(0)` for 0, the chain's coin; reverts for an id that is not listed.
    function token(uint256 id) external view returns (address);

    /// @notice Listed tokens; ids are 1 to this.
    function tokenCount() external view returns (uint256);

    /// @notice The next nonce of a wallet's signatures, by wallet word.
    function nonces(uint256 wallet) external view returns (uint256);

    /// @notice The EIP-3009 nonce of a deposit.
    function authorizationNonce(uint32 account, uint256 walletWord, bytes32 salt) external pure returns (bytes32);

    /// @notice What a Solana wallet signs for each of the four: the text that `…For` checks, UTF-8 without a trailing line feed.
    function openQuestText(QuestOpening calldata opening, uint256 nonce, uint256 deadline) external view returns (string memory);
    function setKeyText(KeySetting calldata setting, uint256 nonce, uint256 deadline) external view returns (string memory);
    function cancelKeyText(uint32 account, bool linked, uint256 nonce, uint256 deadline) external view returns (string memory);
    function forcedWithdrawText(ForcedWithdrawal calldata withdrawal, uint256 nonce, uint256 deadline)
        external
        view
        returns (string memory);

    function bridge() external view returns (ISharedBridge);
    function rollup() external view returns (IRollup);
    function baseFee() external view returns (uint256);
}
