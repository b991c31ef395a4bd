// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Field} from "./Field.sol";
import {Poseidon2Constants} from "./Poseidon2Constants.sol";

/// @title Barretenberg's Poseidon2 sponge over BN254 (t = 4, rate 3), eprint 2023/323.
/// @notice `H_tag(x1..xn)`: the capacity lane starts at `n * 2^64 + tag`, three inputs a permutation, the answer is lane 0.
/// Equal to TypeScript, Noir and `bb` by shared vectors. About 22k gas a permutation.
library Poseidon2 {
    error NotInField(uint256 value);

    /// @notice The round constants in memory; load them once for many hashes.
    function constants() internal pure returns (bytes memory) {
        return Poseidon2Constants.ROUNDS;
    }

    /// @notice `H_tag(inputs)`; every input must be below the field's modulus.
    function hash(bytes memory rounds, uint256 tag, uint256[] memory inputs) internal pure returns (uint256) {
        uint256[4] memory state;
        state[3] = (inputs.length << 64) + tag;
        for (uint256 next; next == 0 || next < inputs.length; next += 3) {
            for (uint256 lane; lane < 3 && next + lane < inputs.length; ++lane) {
                uint256 value = inputs[next + lane];
                if (value >= Field.P) revert NotInField(value);
                state[lane] = addmod(state[lane], value, Field.P);
            }
            permute(rounds, state);
        }
        return state[0];
    }

    /// @notice `H_tag(a, b, c)`: one permutation, what tree nodes use.
    function hash3(bytes memory rounds, uint256 tag, uint256[3] memory inputs) internal pure returns (uint256) {
        uint256[4] memory state;
        for (uint256 lane; lane < 3; ++lane) {
            if (inputs[lane] >= Field.P) revert NotInField(inputs[lane]);
            state[lane] = inputs[lane];
        }
        state[3] = (3 << 64) + tag;
        permute(rounds, state);
        return state[0];
    }

    /// @notice The permutation in place. Lanes must be below the modulus and stay so.
    function permute(bytes memory rounds, uint256[4] memory state) internal pure {
        uint256 p = Field.P;
        uint256 d0 = Poseidon2Constants.DIAGONAL_0;
        uint256 d1 = Poseidon2Constants.DIAGONAL_1;
        uint256 d2 = Poseidon2Constants.DIAGONAL_2;
        uint256 d3 = Poseidon2Constants.DIAGONAL_3;
        assembly ("memory-safe") {
            function power5(x, m) -> y {
                y := mulmod(x, x, m)
                y := mulmod(mulmod(y, y, m), x, m)
            }
            // The matrix M4. 2^256 > 5m, so a sum of five lanes does not wrap.
            function mix(place, a, b, c, d, m) {
                let t0 := add(a, b)
                let t1 := add(c, d)
                let t2 := add(shl(1, b), t1)
                let t3 := add(shl(1, d), t0)
                let t4 := add(mulmod(4, t1, m), t3)
                let t5 := add(mulmod(4, t0, m), t2)
                mstore(place, addmod(t3, t5, m))
                mstore(add(place, 0x20), mod(t5, m))
                mstore(add(place, 0x40), addmod(t2, t4, m))
                mstore(add(place, 0x60), mod(t4, m))
            }
            function fullRounds(place, at, m) {
                for { let end := add(at, 0x200) } lt(at, end) { at := add(at, 0x80) } {
                    mix(
                        place,
                        power5(add(mload(place), mload(at)), m),
                        power5(add(mload(add(place, 0x20)), mload(add(at, 0x20))), m),
                        power5(add(mload(add(place, 0x40)), mload(add(at, 0x40))), m),
                        power5(add(mload(add(place, 0x60)), mload(add(at, 0x60))), m),
                        m
                    )
                }
            }

            let at := add(rounds, 0x20)
            mix(state, mload(state), mload(add(state, 0x20)), mload(add(state, 0x40)), mload(add(state, 0x60)), p)
            fullRounds(state, at, p)

            at := add(at, 0x200)
            let a := mload(state)
            let b := mload(add(state, 0x20))
            let c := mload(add(state, 0x40))
            let d := mload(add(state, 0x60))
            for { let end := add(at, 0x700) } lt(at, end) { at := add(at, 0x20) } {
                a := power5(add(a, mload(at)), p)
                let sum := add(add(a, b), add(c, d))
                a := addmod(mulmod(a, d0, p), sum, p)
                b := addmod(mulmod(b, d1, p), sum, p)
                c := addmod(mulmod(c, d2, p), sum, p)
                d := addmod(mulmod(d, d3, p), sum, p)
            }
            mstore(state, a)
            mstore(add(state, 0x20), b)
            mstore(add(state, 0x40), c)
            mstore(add(state, 0x60), d)
            fullRounds(state, at, p)
        }
    }
}
