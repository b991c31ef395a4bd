// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title SHA-512 (FIPS 180-4). About 45k gas a block of 128 bytes.
library Sha512 {
    uint256 private constant BLOCK = 128;
    /// @dev The first 64 bits of the fractional parts of the cube roots of the first 80 primes.
    bytes private constant ROUNDS =
        hex"428a2f98d728ae227137449123ef65cdb5c0fbcfec4d3b2fe9b5dba58189dbbc"
        hex"3956c25bf348b53859f111f1b605d019923f82a4af194f9bab1c5ed5da6d8118"
        hex"d807aa98a303024212835b0145706fbe243185be4ee4b28c550c7dc3d5ffb4e2"
        hex"72be5d74f27b896f80deb1fe3b1696b19bdc06a725c71235c19bf174cf692694"
        hex"e49b69c19ef14ad2efbe4786384f25e30fc19dc68b8cd5b5240ca1cc77ac9c65"
        hex"2de92c6f592b02754a7484aa6ea6e4835cb0a9dcbd41fbd476f988da831153b5"
        hex"983e5152ee66dfaba831c66d2db43210b00327c898fb213fbf597fc7beef0ee4"
        hex"c6e00bf33da88fc2d5a79147930aa72506ca6351e003826f142929670a0e6e70"
        hex"27b70a8546d22ffc2e1b21385c26c9264d2c6dfc5ac42aed53380d139d95b3df"
        hex"650a73548baf63de766a0abb3c77b2a881c2c92e47edaee692722c851482353b"
        hex"a2bfe8a14cf10364a81a664bbc423001c24b8b70d0f89791c76c51a30654be30"
        hex"d192e819d6ef5218d69906245565a910f40e35855771202a106aa07032bbd1b8"
        hex"19a4c116b8d2d0c81e376c085141ab532748774cdf8eeb9934b0bcb5e19b48a8"
        hex"391c0cb3c5c95a634ed8aa4ae3418acb5b9cca4f7763e373682e6ff3d6b2b8a3"
        hex"748f82ee5defb2fc78a5636f43172f6084c87814a1f0ab728cc702081a6439ec"
        hex"90befffa23631e28a4506cebde82bde9bef9a3f7b2c67915c67178f2e372532b"
        hex"ca273eceea26619cd186b8c721c0c207eada7dd6cde0eb1ef57d4f7fee6ed178"
        hex"06f067aa72176fba0a637dc5a2c898a6113f9804bef90dae1b710b35131c471b"
        hex"28db77f523047d8432caab7b40c724933c9ebe0a15c9bebc431d67c49c100d4c"
        hex"4cc5d4becb3e42b6597f299cfc657e2a5fcb6fab3ad6faec6c44198c4a475817";
    /// @dev Likewise of the square roots of the first eight primes.
    bytes private constant START =
        hex"6a09e667f3bcc908bb67ae8584caa73b3c6ef372fe94f82ba54ff53a5f1d36f1"
        hex"510e527fade682d19b05688c2b3e6c1f1f83d9abfb41bd6b5be0cd19137e2179";

    /// @notice The digest in two halves.
    function hash(bytes memory message) internal pure returns (bytes32 high, bytes32 low) {
        bytes memory padded = _pad(message);
        bytes memory rounds = ROUNDS;
        bytes memory state = START;
        bytes memory schedule = new bytes(80 * 32);
        for (uint256 offset; offset < padded.length; offset += BLOCK) {
            _compress(state, padded, offset, rounds, schedule);
        }
        assembly ("memory-safe") {
            high := mload(add(state, 0x20))
            low := mload(add(state, 0x40))
        }
    }

    /// @dev A one bit, zeros, and the length in bits as the last 16 bytes.
    function _pad(bytes memory message) private pure returns (bytes memory) {
        uint256 used = message.length + 17;
        uint256 zeros = (BLOCK - used % BLOCK) % BLOCK;
        return abi.encodePacked(message, bytes1(0x80), new bytes(zeros), uint128(message.length * 8));
    }

    /// @dev `state`: eight 64-bit words. `schedule`: a word of memory for each of the 80.
    function _compress(bytes memory state, bytes memory padded, uint256 offset, bytes memory rounds, bytes memory schedule) private pure {
        assembly ("memory-safe") {
            // Twice the word side by side: a shift of the pair is a rotation in its lower half. Callers mask.
            function twice(x) -> y {
                y := or(x, shl(64, x))
            }
            function wordAt(base, i) -> w {
                w := shr(192, mload(add(base, shl(3, i))))
            }
            let mask := 0xffffffffffffffff
            let w := add(schedule, 0x20)
            let from := add(add(padded, 0x20), offset)
            for { let t := 0 } lt(t, 16) { t := add(t, 1) } { mstore(add(w, shl(5, t)), wordAt(from, t)) }
            for { let t := add(w, 0x200) } lt(t, add(w, 0xa00)) { t := add(t, 0x20) } {
                let x := mload(sub(t, 0x1e0))
                let s0 := xor(xor(shr(1, twice(x)), shr(8, twice(x))), shr(7, x))
                x := mload(sub(t, 0x40))
                let s1 := xor(xor(shr(19, twice(x)), shr(61, twice(x))), shr(6, x))
                s1 := add(add(and(s0, mask), and(s1, mask)), add(mload(sub(t, 0x200)), mload(sub(t, 0xe0))))
                mstore(t, and(s1, mask))
            }

            let start := add(state, 0x20)
            let a := wordAt(start, 0)
            let b := wordAt(start, 1)
            let c := wordAt(start, 2)
            let d := wordAt(start, 3)
            let e := wordAt(start, 4)
            let f := wordAt(start, 5)
            let g := wordAt(start, 6)
            let h := wordAt(start, 7)
            for { let t := 0 } lt(t, 80) { t := add(t, 1) } {
                let x := twice(e)
                let t1 := and(xor(xor(shr(14, x), shr(18, x)), shr(41, x)), mask)
                // ch, written with one `and` less
                t1 := add(add(t1, h), xor(g, and(e, xor(f, g))))
                t1 := add(t1, add(wordAt(add(rounds, 0x20), t), mload(add(w, shl(5, t)))))
                x := twice(a)
                x := and(xor(xor(shr(28, x), shr(34, x)), shr(39, x)), mask)
                x := add(x, or(and(a, b), and(c, or(a, b))))
                h := g
                g := f
                f := e
                e := and(add(d, t1), mask)
                d := c
                c := b
                b := a
                a := and(add(t1, x), mask)
            }
            a := and(add(a, wordAt(start, 0)), mask)
            b := and(add(b, wordAt(start, 1)), mask)
            c := and(add(c, wordAt(start, 2)), mask)
            d := and(add(d, wordAt(start, 3)), mask)
            mstore(start, or(or(shl(192, a), shl(128, b)), or(shl(64, c), d)))
            start := add(start, 0x20)
            e := and(add(e, wordAt(start, 0)), mask)
            f := and(add(f, wordAt(start, 1)), mask)
            g := and(add(g, wordAt(start, 2)), mask)
            h := and(add(h, wordAt(start, 3)), mask)
            mstore(start, or(or(shl(192, e), shl(128, f)), or(shl(64, g), h)))
        }
    }
}
