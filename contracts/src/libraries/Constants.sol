// SPDX-License-Identifier: MIT
// Generated from contracts/protocol.json by contracts/scripts/constants.ts. Do not edit.
pragma solidity ^0.8.28;

/// @notice The protocol constants that TypeScript, Solidity and Noir share.
library Constants {
    uint256 internal constant VERSION = 1;

    uint256 internal constant DEPTH_ACCOUNTS = 16;
    uint256 internal constant DEPTH_CREDENTIALS = 20;
    uint256 internal constant DEPTH_QUESTS = 13;
    uint256 internal constant DEPTH_VAULTS = 20;

    uint256 internal constant CAPACITY_ACCOUNTS = 43046721;
    uint256 internal constant CAPACITY_CREDENTIALS = 3486784401;
    uint256 internal constant CAPACITY_QUESTS = 1594323;
    uint256 internal constant CAPACITY_VAULTS = 3486784401;

    uint256 internal constant TAG_NODE = 0;
    uint256 internal constant TAG_STATE = 1;
    uint256 internal constant TAG_ACCOUNT_WALLETS = 2;
    uint256 internal constant TAG_ACCOUNT_KEY = 3;
    uint256 internal constant TAG_ACCOUNT_PENDING = 4;
    uint256 internal constant TAG_ACCOUNT = 5;
    uint256 internal constant TAG_CREDENTIAL = 6;
    uint256 internal constant TAG_REVOKED_CREDENTIAL = 7;
    uint256 internal constant TAG_QUEST_TERMS = 8;
    uint256 internal constant TAG_QUEST = 9;
    uint256 internal constant TAG_WORDS = 10;
    uint256 internal constant TAG_SCHNORR = 11;
    uint256 internal constant TAG_MINT_GROUP = 12;
    uint256 internal constant TAG_ACCOUNT_WORDS = 13;
    uint256 internal constant TAG_IDENTITY = 14;
    uint256 internal constant TAG_EVIDENCE = 15;
    uint256 internal constant TAG_LEDGER_TX = 16;
    uint256 internal constant TAG_LINKS = 17;

    uint256 internal constant BITS_ACCOUNT = 26;
    uint256 internal constant BITS_QUEST = 21;
    uint256 internal constant BITS_SERIAL = 32;
    uint256 internal constant BITS_TIME = 40;
    uint256 internal constant BITS_FLAGS = 8;
    uint256 internal constant BITS_AMOUNT = 96;
    uint256 internal constant BITS_POOL = 112;
    uint256 internal constant BITS_POINTS = 32;
    uint256 internal constant BITS_CATEGORY = 16;
    uint256 internal constant BITS_TOKEN = 8;
    uint256 internal constant BITS_NONCE = 32;
    uint256 internal constant BITS_DIGEST = 248;

    uint256 internal constant KIND_DEPOSIT = 1;
    uint256 internal constant KIND_OPEN_QUEST = 2;
    uint256 internal constant KIND_SET_KEY = 3;
    uint256 internal constant KIND_ACTIVATE_KEY = 4;
    uint256 internal constant KIND_CANCEL_KEY = 5;
    uint256 internal constant KIND_FORCED_WITHDRAW = 6;
    uint256 internal constant KIND_TRANSFER = 16;
    uint256 internal constant KIND_WITHDRAW = 17;
    uint256 internal constant KIND_LEDGER_OPEN_QUEST = 18;
    uint256 internal constant KIND_FUND_QUEST = 19;
    uint256 internal constant KIND_CLOSE_QUEST = 20;
    uint256 internal constant KIND_SET_ISSUER = 21;
    uint256 internal constant KIND_REVOKE = 22;
    uint256 internal constant KIND_CLAIM_REWARD = 23;
    uint256 internal constant KIND_LINK_WALLET = 24;
    uint256 internal constant KIND_UNLINK_WALLET = 25;
    uint256 internal constant KIND_MERGE_INTO = 26;

    uint256 internal constant LANE_ZK = 1;
    uint256 internal constant LANE_TEE = 2;
    uint256 internal constant LANE_OP = 3;

    uint256 internal constant CIRCUIT_SMALL_ID = 1;
    uint256 internal constant CIRCUIT_SMALL_MINTS = 27;
    uint256 internal constant CIRCUIT_SMALL_OPENS = 9;
    uint256 internal constant CIRCUIT_SMALL_GROUPS = 2;
    uint256 internal constant CIRCUIT_SMALL_ENTRIES = 3;
    uint256 internal constant CIRCUIT_SMALL_ACCOUNT_WORDS = 3;

    uint256 internal constant CIRCUIT_SMALL_OFFSET_HEADER = 0;
    uint256 internal constant CIRCUIT_SMALL_OFFSET_OPENS = 2;
    uint256 internal constant CIRCUIT_SMALL_OFFSET_GROUPS = 11;
    uint256 internal constant CIRCUIT_SMALL_OFFSET_ACCOUNTS = 19;
    uint256 internal constant CIRCUIT_SMALL_OFFSET_ENTRIES = 22;
    uint256 internal constant CIRCUIT_SMALL_OFFSET_TOTAL = 52;

    uint256 internal constant CIRCUIT_LARGE_ID = 2;
    uint256 internal constant CIRCUIT_LARGE_MINTS = 729;
    uint256 internal constant CIRCUIT_LARGE_OPENS = 81;
    uint256 internal constant CIRCUIT_LARGE_GROUPS = 8;
    uint256 internal constant CIRCUIT_LARGE_ENTRIES = 2;
    uint256 internal constant CIRCUIT_LARGE_ACCOUNT_WORDS = 81;

    uint256 internal constant CIRCUIT_LARGE_OFFSET_HEADER = 0;
    uint256 internal constant CIRCUIT_LARGE_OFFSET_OPENS = 2;
    uint256 internal constant CIRCUIT_LARGE_OFFSET_GROUPS = 83;
    uint256 internal constant CIRCUIT_LARGE_OFFSET_ACCOUNTS = 115;
    uint256 internal constant CIRCUIT_LARGE_OFFSET_ENTRIES = 196;
    uint256 internal constant CIRCUIT_LARGE_OFFSET_TOTAL = 216;

    uint256 internal constant CIRCUIT_BULK_ID = 3;
    uint256 internal constant CIRCUIT_BULK_MINTS = 2187;
    uint256 internal constant CIRCUIT_BULK_OPENS = 243;
    uint256 internal constant CIRCUIT_BULK_GROUPS = 8;
    uint256 internal constant CIRCUIT_BULK_ENTRIES = 2;
    uint256 internal constant CIRCUIT_BULK_ACCOUNT_WORDS = 243;

    uint256 internal constant CIRCUIT_BULK_OFFSET_HEADER = 0;
    uint256 internal constant CIRCUIT_BULK_OFFSET_OPENS = 2;
    uint256 internal constant CIRCUIT_BULK_OFFSET_GROUPS = 245;
    uint256 internal constant CIRCUIT_BULK_OFFSET_ACCOUNTS = 277;
    uint256 internal constant CIRCUIT_BULK_OFFSET_ENTRIES = 520;
    uint256 internal constant CIRCUIT_BULK_OFFSET_TOTAL = 540;

    uint256 internal constant TOKENS_PER_ACCOUNT = 81;
    uint256 internal constant ACCOUNTS_PER_WORD = 9;
    uint256 internal constant ENTRY_WORDS = 10;
    uint256 internal constant GROUP_WORDS = 4;
    uint256 internal constant HEADER_WORDS = 2;
    uint256 internal constant NEW_ACCOUNT = 67108863;
    uint256 internal constant LINK_PLACES = 9;
    uint256 internal constant KEY_DELAY_SECONDS = 259200;
    uint256 internal constant MAX_CLOCK_DRIFT_SECONDS = 600;
    uint256 internal constant ROOT_HISTORY = 256;
    uint256 internal constant PROOF_DEADLINE_SECONDS = 3600;
    uint256 internal constant BLOB_BLOCKS = 128;
    uint256 internal constant BLOB_BLOCK_WORDS = 32;

    /// @notice True on the development chains of the local stack.
    function isLocal(uint256 chainId) internal pure returns (bool) {
        return chainId == 31337 || chainId == 31338 || chainId == 31339 || chainId == 31340;
    }
}
