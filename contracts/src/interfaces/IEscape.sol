// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {StateFields} from "./ICubeReader.sol";
import {IEd25519} from "./IEd25519.sol";
import {IRollup} from "./IRollup.sol";

/// @notice An account leaf and its path (rollup README, "State").
struct AccountProof {
    uint256 index;
    uint256 evm;
    uint256 solanaDigest;
    uint256 linksDigest;
    uint256 keyX;
    uint256 keyY;
    uint256 nonce;
    uint256 pendingKeyX;
    uint256 pendingKeyY;
    uint256 pendingAt;
    uint256 identity;
    uint256 movedTo;
    uint256[2][16] path;
}

/// @notice A quest leaf, its words packed as they are hashed, and its path.
/// @param owner `owner + previous * 2^26`.
struct QuestProof {
    uint256 index;
    uint256 owner;
    uint256 issuerKeyX;
    uint256 issuerKeyY;
    uint256 schedule;
    uint256 prices;
    uint256 rulesHash;
    uint256 counters;
    uint256 pools;
    uint256[2][13] path;
}

/// @notice A credential leaf and its path.
/// @param packed `quest + serial * 2^21 + issuedAt * 2^53 + flags * 2^93`.
struct CredentialProof {
    uint256 index;
    uint256 packed;
    uint256 evidenceRoot;
    uint256[2][20] path;
}

/// @notice Where an exit goes. Without a signature: the account's EVM wallet, whoever calls. With one: an address that the account's
/// Solana wallet or its spend key chose.
/// @param solanaKey The Solana wallet's public key; `signature` is then its ed25519 signature of `payeeText`. 0 = spend key.
/// @param signature Of the spend key: s and e of the Schnorr signature of `payeeMessage`, 32 bytes each.
struct Payee {
    address to;
    bytes32 solanaKey;
    bytes signature;
}

/// @title Leaving a frozen slot with L2 data alone.
/// @notice Each exit is shown by Poseidon2 paths under the last final root and happens once. Nobody else has to act.
interface IEscape {
    event VaultExited(uint256 indexed account, uint256 indexed token, address indexed to, uint256 amount);
    event RewardExited(uint256 indexed credential, uint256 indexed account, address indexed to, uint256 token, uint256 amount);
    event PoolExited(uint256 indexed quest, uint256 indexed account, address indexed to, uint256 amount, uint256 feeAmount);

    error NotFrozen();
    error RootMismatch(bytes32 found, bytes32 expected);
    error PathMismatch(bytes32 tree, uint256 index);
    error IndexOutOfRange(bytes32 tree, uint256 index);
    error ExitedAlready(bytes32 kind, uint256 index);
    error NothingToExit(bytes32 kind, uint256 index);
    error NotTheQuest(uint256 found, uint256 expected);
    error NotTheOwner(uint256 found, uint256 expected);
    error PayeeRefused(uint256 account, address to);

    /// @notice Pays the balance of an account's vault.
    /// @param token Token id.
    /// @param amount The leaf: the whole balance.
    function exitVault(
        StateFields calldata state,
        AccountProof calldata account,
        Payee calldata payee,
        uint256 token,
        uint256 amount,
        uint256[2][20] calldata path
    ) external;

    /// @notice Pays the reward of a credential that was not claimed, to its holder.
    function exitReward(
        StateFields calldata state,
        AccountProof calldata account,
        Payee calldata payee,
        CredentialProof calldata credential,
        QuestProof calldata quest
    ) external;

    /// @notice Pays what is left in a quest's two pools, to its owner.
    function exitPool(StateFields calldata state, AccountProof calldata account, Payee calldata payee, QuestProof calldata quest) external;

    /// @notice What a Solana wallet signs to name a payee, UTF-8.
    function payeeText(uint256 account, address to) external view returns (string memory);

    /// @notice What a spend key signs to name a payee.
    function payeeMessage(uint256 account, address to) external view returns (uint256);

    /// @notice True when the exit happened. `index`: of the vault (account * 81 + token), the credential, the quest.
    function vaultExited(uint256 index) external view returns (bool);
    function rewardExited(uint256 index) external view returns (bool);
    function poolExited(uint256 index) external view returns (bool);

    function rollup() external view returns (IRollup);
    function ed25519() external view returns (IEd25519);
}
