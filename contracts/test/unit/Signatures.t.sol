// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ed25519} from "../../src/Ed25519.sol";
import {Poseidon2} from "../../src/libraries/Poseidon2.sol";
import {Schnorr} from "../../src/libraries/Schnorr.sol";
import {Sha512} from "../../src/libraries/Sha512.sol";
import {ForgeTest} from "../support/ForgeTest.sol";

/// @notice Vectors of @noble/curves and of the engine (`support/writeVectors.ts`): RFC 8032, the classes of "Taming the many EdDSAs", and
/// every kind of change.
contract SignaturesTest is ForgeTest {
    Ed25519 private ed25519 = new Ed25519();

    function test_ed25519_answers_as_the_vectors_say() public view {
        string memory json = vm.readFile("contracts/test/vectors/ed25519.json");
        (uint256 count, uint256 good) = (0, 0);
        for (; vm.keyExistsJson(json, key("cases", count, "")); ++count) {
            bool expected = vm.parseJsonBool(json, key("cases", count, ".good"));
            bool found = ed25519.verify(
                vm.parseJsonBytes32(json, key("cases", count, ".key")),
                vm.parseJsonBytes(json, key("cases", count, ".signature")),
                vm.parseJsonBytes(json, key("cases", count, ".message"))
            );
            vm.assertTrue(found == expected, vm.parseJsonString(json, key("cases", count, ".name")));
            if (expected) ++good;
        }
        vm.assertEq(count, 101, "cases");
        vm.assertEq(good, 18, "good ones");
    }

    function test_ed25519_refuses_any_changed_bit(uint256 bit) public view {
        string memory json = vm.readFile("contracts/test/vectors/ed25519.json");
        bytes memory signature = vm.parseJsonBytes(json, ".cases[6].signature");
        bytes32 publicKey = vm.parseJsonBytes32(json, ".cases[6].key");
        bytes memory message = vm.parseJsonBytes(json, ".cases[6].message");
        bit = bound(bit, 0, 8 * (64 + 32 + message.length) - 1);
        if (bit < 512) signature[bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
        else if (bit < 768) publicKey ^= bytes32(uint256(1) << (bit - 512));
        else message[(bit - 768) / 8] ^= bytes1(uint8(1 << (bit % 8)));
        vm.assertTrue(!ed25519.verify(publicKey, signature, message), "changed");
    }

    function test_ed25519_never_reverts(bytes32 publicKey, bytes calldata signature, bytes calldata message) public view {
        vm.assertTrue(!ed25519.verify(publicKey, signature, message), "nobody signed it");
    }

    function test_sha512_answers_as_the_vectors_say() public view {
        string memory json = vm.readFile("contracts/test/vectors/sha512.json");
        uint256 count;
        for (; vm.keyExistsJson(json, key("cases", count, "")); ++count) {
            bytes memory digest = vm.parseJsonBytes(json, key("cases", count, ".digest"));
            (bytes32 high, bytes32 low) = Sha512.hash(vm.parseJsonBytes(json, key("cases", count, ".message")));
            vm.assertEq(keccak256(abi.encodePacked(high, low)), keccak256(digest), vm.toString(count));
        }
        vm.assertEq(count, 13, "cases");
    }

    function test_schnorr_answers_as_the_engine() public view {
        string memory json = vm.readFile("contracts/test/vectors/schnorr.json");
        bytes memory rounds = Poseidon2.constants();
        (uint256 count, uint256 good) = (0, 0);
        for (; vm.keyExistsJson(json, key("cases", count, "")); ++count) {
            bool expected = vm.parseJsonBool(json, key("cases", count, ".good"));
            bool found = Schnorr.verify(
                rounds,
                vm.parseJsonUint(json, key("cases", count, ".x")),
                vm.parseJsonUint(json, key("cases", count, ".y")),
                vm.parseJsonUint(json, key("cases", count, ".message")),
                vm.parseJsonUint(json, key("cases", count, ".s")),
                vm.parseJsonUint(json, key("cases", count, ".e"))
            );
            vm.assertTrue(found == expected, vm.parseJsonString(json, key("cases", count, ".name")));
            if (expected) ++good;
        }
        vm.assertEq(count, 122, "cases");
        vm.assertEq(good, 12, "good ones");
    }

    function test_schnorr_never_reverts(uint256 x, uint256 y, uint256 message, uint256 s, uint256 e) public view {
        vm.assertTrue(!Schnorr.verify(Poseidon2.constants(), x, y, message, s, e), "nobody signed it");
    }

    function test_gas_of_signatures() public {
        string memory json = vm.readFile("contracts/test/vectors/ed25519.json");
        bytes32 publicKey = vm.parseJsonBytes32(json, ".cases[10].key");
        bytes memory signature = vm.parseJsonBytes(json, ".cases[10].signature");
        bytes memory message = vm.parseJsonBytes(json, ".cases[10].message");
        vm.assertTrue(ed25519.verify(publicKey, signature, message), "good");
        vm.snapshotGasLastCall("ed25519, 185 bytes");
        json = vm.readFile("contracts/test/vectors/schnorr.json");
        uint256[5] memory c;
        c[0] = vm.parseJsonUint(json, ".cases[7].x");
        c[1] = vm.parseJsonUint(json, ".cases[7].y");
        c[2] = vm.parseJsonUint(json, ".cases[7].message");
        c[3] = vm.parseJsonUint(json, ".cases[7].s");
        c[4] = vm.parseJsonUint(json, ".cases[7].e");
        vm.assertTrue(this.schnorr(c), "good");
        vm.snapshotGasLastCall("Schnorr over Grumpkin");
    }

    function schnorr(uint256[5] calldata c) external view returns (bool) {
        return Schnorr.verify(Poseidon2.constants(), c[0], c[1], c[2], c[3], c[4]);
    }

    function key(string memory list, uint256 index, string memory field) private pure returns (string memory) {
        return string.concat(".", list, "[", vm.toString(index), "]", field);
    }
}
