// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {StateFields} from "./interfaces/ICubeReader.sol";
import {IEd25519} from "./interfaces/IEd25519.sol";
import {AccountProof, CredentialProof, IEscape, Payee, QuestProof} from "./interfaces/IEscape.sol";
import {IRollup} from "./interfaces/IRollup.sol";
import {Constants} from "./libraries/Constants.sol";
import {Field} from "./libraries/Field.sol";
import {Poseidon2} from "./libraries/Poseidon2.sol";
import {Schnorr} from "./libraries/Schnorr.sol";
import {StateTree} from "./libraries/StateTree.sol";

/// @title Leaving a frozen slot. See {IEscape}.
contract Escape is IEscape {
    using BitMaps for BitMaps.BitMap;

    uint256 private constant FLAG_CLAIMED = 1;

    IRollup public immutable rollup;
    IEd25519 public immutable ed25519;

    BitMaps.BitMap private _vaults;
    BitMaps.BitMap private _rewards;
    BitMaps.BitMap private _pools;

    constructor(IRollup rollup_, IEd25519 ed25519_) {
        rollup = rollup_;
        ed25519 = ed25519_;
    }

    /// @inheritdoc IEscape
    function exitVault(
        StateFields calldata state,
        AccountProof calldata account,
        Payee calldata payee,
        uint256 token,
        uint256 amount,
        uint256[2][20] calldata path
    ) external {
        bytes memory rounds = _checkState(state);
        _checkAccount(rounds, state, account, payee);
        if (token >= Constants.TOKENS_PER_ACCOUNT) revert IndexOutOfRange("token", token);
        uint256 index = account.index * Constants.TOKENS_PER_ACCOUNT + token;
        if (amount == 0) revert NothingToExit("vault", index);
        if (StateTree.root20(rounds, amount, index, path) != state.vaultsRoot) revert PathMismatch("vaults", index);
        _spend(_vaults, "vault", index);
        emit VaultExited(account.index, token, payee.to, amount);
        rollup.payExit(token, payee.to, amount);
    }

    /// @inheritdoc IEscape
    function exitReward(
        StateFields calldata state,
        AccountProof calldata account,
        Payee calldata payee,
        CredentialProof calldata credential,
        QuestProof calldata quest
    ) external {
        bytes memory rounds = _checkState(state);
        _checkAccount(rounds, state, account, payee);
        _checkQuest(rounds, state, quest);
        // The leaf holds the account: only a credential of the account that was shown leads to the root.
        uint256 leaf =
            Poseidon2.hash3(rounds, Constants.TAG_CREDENTIAL, [account.index, credential.packed, credential.evidenceRoot]);
        uint256 index = credential.index;
        if (index >= Constants.CAPACITY_CREDENTIALS) revert IndexOutOfRange("credentials", index);
        if (StateTree.root20(rounds, leaf, index, credential.path) != state.credentialsRoot) revert PathMismatch("credentials", index);
        uint256 minted = _bits(credential.packed, 0, Constants.BITS_QUEST);
        if (minted != quest.index) revert NotTheQuest(quest.index, minted);
        uint256 amount = _bits(quest.prices, Constants.BITS_TOKEN, Constants.BITS_AMOUNT);
        bool claimed = _bits(credential.packed, 93, Constants.BITS_FLAGS) & FLAG_CLAIMED != 0;
        if (claimed || amount == 0) revert NothingToExit("reward", index);
        _spend(_rewards, "reward", index);
        uint256 token = _bits(quest.prices, 0, Constants.BITS_TOKEN);
        emit RewardExited(index, account.index, payee.to, token, amount);
        rollup.payExit(token, payee.to, amount);
    }

    /// @inheritdoc IEscape
    function exitPool(StateFields calldata state, AccountProof calldata account, Payee calldata payee, QuestProof calldata quest)
        external
    {
        bytes memory rounds = _checkState(state);
        _checkAccount(rounds, state, account, payee);
        _checkQuest(rounds, state, quest);
        uint256 owner = _bits(quest.owner, 0, Constants.BITS_ACCOUNT);
        if (owner != account.index) revert NotTheOwner(account.index, owner);
        uint256 pool = _bits(quest.pools, 0, Constants.BITS_POOL);
        uint256 feePool = _bits(quest.pools, Constants.BITS_POOL, Constants.BITS_POOL);
        if (pool == 0 && feePool == 0) revert NothingToExit("pool", quest.index);
        _spend(_pools, "pool", quest.index);
        emit PoolExited(quest.index, account.index, payee.to, pool, feePool);
        if (pool != 0) rollup.payExit(_bits(quest.prices, 0, Constants.BITS_TOKEN), payee.to, pool);
        if (feePool != 0) rollup.payExit(0, payee.to, feePool);
    }

    /// @inheritdoc IEscape
    function vaultExited(uint256 index) external view returns (bool) {
        return _vaults.get(index);
    }

    /// @inheritdoc IEscape
    function rewardExited(uint256 index) external view returns (bool) {
        return _rewards.get(index);
    }

    /// @inheritdoc IEscape
    function poolExited(uint256 index) external view returns (bool) {
        return _pools.get(index);
    }

    /// @inheritdoc IEscape
    function payeeText(uint256 account, address to) public view returns (string memory) {
        return string.concat(
            "Cairn escape\nchain: ",
            Strings.toString(block.chainid),
            "\nescape: ",
            Strings.toHexString(address(this)),
            "\naccount: ",
            Strings.toString(account),
            "\npay to: ",
            Strings.toHexString(to)
        );
    }

    /// @inheritdoc IEscape
    function payeeMessage(uint256 account, address to) public view returns (uint256) {
        return Field.reduce(keccak256(bytes(payeeText(account, to))));
    }

    /// @dev The round constants, once the state is that of the last final root of a frozen slot.
    function _checkState(StateFields calldata state) private view returns (bytes memory rounds) {
        if (!rollup.frozen()) revert NotFrozen();
        rounds = Poseidon2.constants();
        (bytes32 found, bytes32 expected) = (StateTree.stateRoot(rounds, state), rollup.finalHead().root);
        if (found != expected) revert RootMismatch(found, expected);
    }

    function _checkAccount(bytes memory rounds, StateFields calldata state, AccountProof calldata account, Payee calldata payee)
        private
        view
    {
        if (account.index >= Constants.CAPACITY_ACCOUNTS) revert IndexOutOfRange("accounts", account.index);
        uint256 root = StateTree.root16(rounds, _accountLeaf(rounds, account), account.index, account.path);
        if (root != state.accountsRoot) revert PathMismatch("accounts", account.index);
        if (!_mayChoose(rounds, account, payee)) revert PayeeRefused(account.index, payee.to);
    }

    function _mayChoose(bytes memory rounds, AccountProof calldata account, Payee calldata payee) private view returns (bool) {
        if (payee.to == address(0)) return false;
        if (payee.signature.length == 0) return account.evm == uint256(uint160(payee.to));
        if (payee.solanaKey != 0) {
            uint256 digest = uint256(keccak256(abi.encodePacked(payee.solanaKey))) >> 8;
            return digest == account.solanaDigest
                && ed25519.verify(payee.solanaKey, payee.signature, bytes(payeeText(account.index, payee.to)));
        }
        if (payee.signature.length != 64) return false;
        (uint256 keyX, uint256 keyY) = _goodKey(account);
        (uint256 s, uint256 e) = abi.decode(payee.signature, (uint256, uint256));
        return Schnorr.verify(rounds, keyX, keyY, payeeMessage(account.index, payee.to), s, e);
    }

    /// @dev A replacement stops the old key at once and acts after its delay, also when no batch activates it any more.
    function _goodKey(AccountProof calldata account) private view returns (uint256, uint256) {
        if (account.pendingAt == 0) return (account.keyX, account.keyY);
        return block.timestamp < account.pendingAt ? (0, 0) : (account.pendingKeyX, account.pendingKeyY);
    }

    function _accountLeaf(bytes memory rounds, AccountProof calldata account) private pure returns (uint256) {
        uint256 wallets = Poseidon2.hash3(
            rounds, Constants.TAG_ACCOUNT_WALLETS, [account.evm, account.solanaDigest, account.linksDigest]
        );
        uint256 key = Poseidon2.hash3(rounds, Constants.TAG_ACCOUNT_KEY, [account.keyX, account.keyY, account.nonce]);
        uint256[] memory fields = new uint256[](4);
        (fields[0], fields[1]) = (account.pendingKeyX, account.pendingKeyY);
        (fields[2], fields[3]) = (account.pendingAt, account.identity);
        uint256 pending = Poseidon2.hash(rounds, Constants.TAG_ACCOUNT_PENDING, fields);
        (fields[0], fields[1], fields[2], fields[3]) = (wallets, key, pending, account.movedTo);
        return Poseidon2.hash(rounds, Constants.TAG_ACCOUNT, fields);
    }

    function _checkQuest(bytes memory rounds, StateFields calldata state, QuestProof calldata quest) private pure {
        if (quest.index >= Constants.CAPACITY_QUESTS) revert IndexOutOfRange("quests", quest.index);
        uint256[] memory fields = new uint256[](6);
        (fields[0], fields[1], fields[2]) = (quest.owner, quest.issuerKeyX, quest.issuerKeyY);
        (fields[3], fields[4], fields[5]) = (quest.schedule, quest.prices, quest.rulesHash);
        uint256 terms = Poseidon2.hash(rounds, Constants.TAG_QUEST_TERMS, fields);
        uint256 leaf = Poseidon2.hash3(rounds, Constants.TAG_QUEST, [terms, quest.counters, quest.pools]);
        if (StateTree.root13(rounds, leaf, quest.index, quest.path) != state.questsRoot) revert PathMismatch("quests", quest.index);
    }

    function _spend(BitMaps.BitMap storage done, bytes32 kind, uint256 index) private {
        if (done.get(index)) revert ExitedAlready(kind, index);
        done.set(index);
    }

    function _bits(uint256 word, uint256 from, uint256 count) private pure returns (uint256) {
        return (word >> from) & ((1 << count) - 1);
    }
}
