// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISharedBridge} from "./ISharedBridge.sol";

/// @notice The terms of a quest opened from L2. Widths are those of the quest leaf (rollup README, "State").
/// @param account Slot account that owns the quest; its EVM wallet must be the sender, or the item is a no-op.
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

/// @title The slot's inbox: what L2 tells the slot.
/// @notice An item is ten words (rollup README, "Batch"); the chain keeps their keccak, the event carries them in full.
/// An item that the slot's rules refuse changes nothing there; a refused deposit is paid back from the final batch that refused it.
interface IInbox {
    event ItemQueued(uint256 indexed index, uint8 indexed kind, address indexed sender, uint256[10] words);
    event FeesTaken(address indexed to, uint256 amount);

    error InboxFull(uint256 pending);
    error FeeTooLow(uint256 found, uint256 expected);
    error AmountOutOfRange(uint256 amount);
    error FieldOutOfRange(bytes32 field, uint256 found);
    error ItemUnknown(uint256 index);
    error PaymentRefused(address to);

    /// @notice Pays `msg.value - fee()` into an account's native vault.
    /// @param account Slot account, or `NEW_ACCOUNT` to open one for `walletWord` first.
    /// @param walletWord `value + kind * 2^248` for `NEW_ACCOUNT`, else 0. Kind 0 = EVM address, 1 = Solana digest.
    /// @return index The item's place in the inbox.
    function deposit(uint32 account, uint256 walletWord) external payable returns (uint256 index);

    /// @notice Asks the slot to open a quest. `msg.value` must be `fee()`.
    function openQuest(QuestOpening calldata opening) external payable returns (uint256 index);

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

    function bridge() external view returns (ISharedBridge);
}
