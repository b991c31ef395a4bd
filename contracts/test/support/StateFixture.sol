// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {StateFields} from "../../src/interfaces/ICubeReader.sol";
import {AccountProof, CredentialProof, QuestProof} from "../../src/interfaces/IEscape.sol";
import {Constants} from "../../src/libraries/Constants.sol";
import {Poseidon2} from "../../src/libraries/Poseidon2.sol";
import {Schnorr} from "../../src/libraries/Schnorr.sol";

/// @notice A state with one account, one vault, one quest and one credential that are shown, everything else random. Hashed with the
/// general sponge and a walk of its own, not with the contracts' trees.
struct Shown {
    StateFields state;
    AccountProof account;
    QuestProof quest;
    CredentialProof credential;
    uint256 token;
    uint256 amount;
    uint256[2][20] vaultPath;
}

library StateFixture {
    uint256 internal constant SECRET = 123456789;
    uint256 private constant GRUMPKIN_ORDER = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47;

    function build(Shown memory shown, uint256 seed) internal pure returns (bytes32 root) {
        AccountProof memory a = shown.account;
        for (uint256 level; level < 16; ++level) {
            a.path[level] = siblings(seed, "accounts", level);
        }
        shown.state.accountsRoot = walk(accountLeaf(a), a.index, seed, "accounts", 16);
        QuestProof memory q = shown.quest;
        for (uint256 level; level < 13; ++level) {
            q.path[level] = siblings(seed, "quests", level);
        }
        shown.state.questsRoot = walk(questLeaf(q), q.index, seed, "quests", 13);
        CredentialProof memory c = shown.credential;
        for (uint256 level; level < 20; ++level) {
            c.path[level] = siblings(seed, "credentials", level);
            shown.vaultPath[level] = siblings(seed, "vaults", level);
        }
        uint256 leaf = hash(Constants.TAG_CREDENTIAL, list(a.index, c.packed, c.evidenceRoot));
        shown.state.credentialsRoot = walk(leaf, c.index, seed, "credentials", 20);
        shown.state.vaultsRoot = walk(shown.amount, a.index * 81 + shown.token, seed, "vaults", 20);
        (shown.state.accountCount, shown.state.credentialCount, shown.state.inboxIndex) = (100, 200, 300);
        return stateRoot(shown.state);
    }

    function stateRoot(StateFields memory state) internal pure returns (bytes32) {
        uint256[] memory fields = new uint256[](7);
        (fields[0], fields[1], fields[2]) = (state.accountsRoot, state.accountCount, state.credentialsRoot);
        (fields[3], fields[4], fields[5], fields[6]) =
            (state.credentialCount, state.questsRoot, state.vaultsRoot, state.inboxIndex);
        return bytes32(hash(Constants.TAG_STATE, fields));
    }

    /// @notice A spend key's signature, `abi.encode(s, e)`: `SECRET` is the key's secret, the nonce is not one.
    function sign(AccountProof memory a, uint256 message) internal view returns (bytes memory) {
        for (uint256 k = 1000;; ++k) {
            // The x of k*G: with e = 0 the key plays no part.
            (, uint256 x) = Schnorr.commitmentX(a.keyX, a.keyY, k, 0);
            uint256[] memory fields = new uint256[](4);
            (fields[0], fields[1], fields[2], fields[3]) = (x, a.keyX, a.keyY, message);
            uint256 e = hash(Constants.TAG_SCHNORR, fields);
            uint256 s = addmod(k, GRUMPKIN_ORDER - mulmod(e, SECRET, GRUMPKIN_ORDER), GRUMPKIN_ORDER);
            if (Schnorr.verify(Poseidon2.constants(), a.keyX, a.keyY, message, s, e)) return abi.encode(s, e);
        }
    }

    function accountLeaf(AccountProof memory a) private pure returns (uint256) {
        uint256[] memory pending = new uint256[](4);
        (pending[0], pending[1], pending[2], pending[3]) = (a.pendingKeyX, a.pendingKeyY, a.pendingAt, a.identity);
        uint256[] memory whole = new uint256[](4);
        whole[0] = hash(Constants.TAG_ACCOUNT_WALLETS, list(a.evm, a.solanaDigest, a.linksDigest));
        whole[1] = hash(Constants.TAG_ACCOUNT_KEY, list(a.keyX, a.keyY, a.nonce));
        whole[2] = hash(Constants.TAG_ACCOUNT_PENDING, pending);
        whole[3] = a.movedTo;
        return hash(Constants.TAG_ACCOUNT, whole);
    }

    function questLeaf(QuestProof memory q) private pure returns (uint256) {
        uint256[] memory terms = new uint256[](6);
        (terms[0], terms[1], terms[2]) = (q.owner, q.issuerKeyX, q.issuerKeyY);
        (terms[3], terms[4], terms[5]) = (q.schedule, q.prices, q.rulesHash);
        return hash(Constants.TAG_QUEST, list(hash(Constants.TAG_QUEST_TERMS, terms), q.counters, q.pools));
    }

    function walk(uint256 node, uint256 index, uint256 seed, bytes32 tree, uint256 depth) private pure returns (uint256) {
        for (uint256 level; level < depth; ++level) {
            uint256[2] memory beside = siblings(seed, tree, level);
            uint256[] memory three = new uint256[](3);
            uint256 next;
            for (uint256 child; child < 3; ++child) {
                three[child] = child == index % 3 ? node : beside[next++];
            }
            node = hash(Constants.TAG_NODE, three);
            index /= 3;
        }
        return node;
    }

    function siblings(uint256 seed, bytes32 tree, uint256 level) private pure returns (uint256[2] memory) {
        return [uint256(keccak256(abi.encode(seed, tree, level, 0))) >> 8, uint256(keccak256(abi.encode(seed, tree, level, 1))) >> 8];
    }

    function list(uint256 a, uint256 b, uint256 c) private pure returns (uint256[] memory three) {
        three = new uint256[](3);
        (three[0], three[1], three[2]) = (a, b, c);
    }

    function hash(uint256 tag, uint256[] memory inputs) private pure returns (uint256) {
        return Poseidon2.hash(Poseidon2.constants(), tag, inputs);
    }
}
