// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Field} from "../../src/libraries/Field.sol";
import {Poseidon2} from "../../src/libraries/Poseidon2.sol";
import {ForgeTest} from "../support/ForgeTest.sol";

/// @notice The same vectors that TypeScript and Noir are held to; their outputs come from bb.
contract Poseidon2Test is ForgeTest {
    string private vectors;

    function setUp() public {
        vectors = vm.readFile("tests/vectors/poseidon2.json");
    }

    function test_permutes_like_bb() public view {
        uint256[] memory input = vm.parseJsonUintArray(vectors, ".permutation.input");
        uint256[] memory output = vm.parseJsonUintArray(vectors, ".permutation.output");
        uint256[4] memory state = [input[0], input[1], input[2], input[3]];
        Poseidon2.permute(Poseidon2.constants(), state);
        for (uint256 lane; lane < 4; ++lane) {
            vm.assertEq(state[lane], output[lane], "lane");
        }
    }

    function test_hashes_like_bb() public view {
        bytes memory rounds = Poseidon2.constants();
        uint256 count;
        for (; vm.keyExistsJson(vectors, key(count, "")); ++count) {
            uint256[] memory inputs = vm.parseJsonUintArray(vectors, key(count, ".inputs"));
            uint256 tag = vm.parseJsonUint(vectors, key(count, ".tag"));
            uint256 output = vm.parseJsonUint(vectors, key(count, ".output"));
            vm.assertEq(Poseidon2.hash(rounds, tag, inputs), output, vm.toString(count));
            if (inputs.length == 3) {
                vm.assertEq(Poseidon2.hash3(rounds, tag, [inputs[0], inputs[1], inputs[2]]), output, "hash3");
            }
        }
        vm.assertTrue(count >= 5, "vectors were read");
    }

    function test_refuses_an_input_that_is_not_in_the_field(uint256 value, uint256 place) public {
        uint256[] memory inputs = new uint256[](5);
        value = bound(value, Field.P, type(uint256).max);
        inputs[bound(place, 0, 4)] = value;
        vm.expectRevert(abi.encodeWithSelector(Poseidon2.NotInField.selector, value));
        this.hash(inputs);
    }

    function test_lanes_stay_in_the_field(uint256[4] memory state) public pure {
        for (uint256 lane; lane < 4; ++lane) {
            // The largest values are the ones that could wrap.
            state[lane] = Field.P - 1 - state[lane] % 1000;
        }
        Poseidon2.permute(Poseidon2.constants(), state);
        for (uint256 lane; lane < 4; ++lane) {
            vm.assertTrue(state[lane] < Field.P, "lane");
        }
    }

    function hash(uint256[] memory inputs) external pure returns (uint256) {
        return Poseidon2.hash(Poseidon2.constants(), 0, inputs);
    }

    function key(uint256 index, string memory field) private pure returns (string memory) {
        return string.concat(".hashes[", vm.toString(index), "]", field);
    }
}
