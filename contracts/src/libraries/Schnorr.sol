// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Constants} from "./Constants.sol";
import {Poseidon2} from "./Poseidon2.sol";

/// @title Schnorr signatures over Grumpkin, as members' spend keys make them (rollup README, "Primitives").
/// @notice `R = s*G + e*pk`, accepted when `e = H_schnorr(R.x, pk.x, pk.y, m)`. Grumpkin: y^2 = x^3 - 17 over BN254's scalar field, prime
/// order, so every point on the curve but infinity is a good one.
library Schnorr {
    /// @dev `Field.P`, written out: assembly takes no other constants.
    uint256 private constant P = 21888242871839275222246405745257275088548364400416034343698204186575808495617;
    uint256 private constant G_X = 1;
    uint256 private constant G_Y = 0x2cf135e7506a45d632d270d45f1181294833fc48d823f272c;
    uint256 private constant MINUS_17 = P - 17;

    /// @notice True when (s, e) signs `message` under the key. Never reverts for values of any size.
    function verify(bytes memory rounds, uint256 keyX, uint256 keyY, uint256 message, uint256 s, uint256 e)
        internal
        view
        returns (bool)
    {
        if (message >= P || s >= P || e >= P || !isOnCurve(keyX, keyY)) return false;
        (bool finite, uint256 x) = commitmentX(keyX, keyY, s, e);
        if (!finite) return false;
        uint256[] memory fields = new uint256[](4);
        (fields[0], fields[1], fields[2], fields[3]) = (x, keyX, keyY, message);
        return Poseidon2.hash(rounds, Constants.TAG_SCHNORR, fields) == e;
    }

    /// @notice True for affine coordinates below p that satisfy the curve's equation.
    function isOnCurve(uint256 x, uint256 y) internal pure returns (bool) {
        if (x >= P || y >= P) return false;
        return mulmod(y, y, P) == addmod(mulmod(mulmod(x, x, P), x, P), MINUS_17, P);
    }

    /// @notice The x of `s*G + e*pk`; `finite` is false for the point at infinity. The key must be on the curve.
    function commitmentX(uint256 keyX, uint256 keyY, uint256 s, uint256 e) internal view returns (bool finite, uint256 x) {
        // G + pk, for the bits that both scalars have set. 0, 0 stands for infinity: it is not on the curve.
        (uint256 sumX, uint256 sumY) = _affineSum(keyX, keyY);
        (uint256 px, uint256 pz) = _multiply(s, e, [keyX, keyY, sumX, sumY]);
        if (pz == 0) return (false, 0);
        uint256 inverse = _invert(pz);
        return (true, mulmod(px, mulmod(inverse, inverse, P), P));
    }

    /// @dev Shamir's trick over Jacobian coordinates, high bits first. Gives X and Z.
    function _multiply(uint256 s, uint256 e, uint256[4] memory points) private pure returns (uint256 rx, uint256 rz) {
        uint256 ry = 1;
        rx = 1;
        for (uint256 bit = 254; bit != 0;) {
            unchecked {
                --bit;
            }
            if (rz != 0) (rx, ry, rz) = _double(rx, ry, rz);
            uint256 which = ((s >> bit) & 1) | (((e >> bit) & 1) << 1);
            if (which == 1) (rx, ry, rz) = _add(rx, ry, rz, G_X, G_Y);
            else if (which == 2) (rx, ry, rz) = _add(rx, ry, rz, points[0], points[1]);
            else if (which == 3 && points[3] != 0) (rx, ry, rz) = _add(rx, ry, rz, points[2], points[3]);
        }
    }

    /// @dev dbl-2009-l (a = 0). Grumpkin has no point of order two, so the result is finite.
    function _double(uint256 x, uint256 y, uint256 z) private pure returns (uint256 x3, uint256 y3, uint256 z3) {
        assembly ("memory-safe") {
            let p := P
            let a := mulmod(x, x, p)
            let b := mulmod(y, y, p)
            let c := mulmod(b, b, p)
            let d := mulmod(4, mulmod(x, b, p), p)
            let e := mulmod(3, a, p)
            z3 := mulmod(mulmod(2, y, p), z, p)
            x3 := addmod(mulmod(e, e, p), sub(p, mulmod(2, d, p)), p)
            y3 := addmod(mulmod(e, addmod(d, sub(p, x3), p), p), sub(p, mulmod(8, c, p)), p)
        }
    }

    /// @dev Adds an affine point; also when the two are equal, opposite, or the first is infinity (z = 0).
    function _add(uint256 x1, uint256 y1, uint256 z1, uint256 x2, uint256 y2)
        private
        pure
        returns (uint256 x3, uint256 y3, uint256 z3)
    {
        if (z1 == 0) return (x2, y2, 1);
        uint256 h;
        uint256 r;
        assembly ("memory-safe") {
            let p := P
            let zz := mulmod(z1, z1, p)
            h := addmod(mulmod(x2, zz, p), sub(p, x1), p)
            r := addmod(mulmod(y2, mulmod(zz, z1, p), p), sub(p, y1), p)
        }
        if (h == 0) return r == 0 ? _double(x1, y1, z1) : (uint256(1), uint256(1), uint256(0));
        assembly ("memory-safe") {
            let p := P
            let hh := mulmod(h, h, p)
            let hhh := mulmod(hh, h, p)
            let v := mulmod(x1, hh, p)
            x3 := addmod(mulmod(r, r, p), sub(p, addmod(hhh, mulmod(2, v, p), p)), p)
            y3 := addmod(mulmod(r, addmod(v, sub(p, x3), p), p), sub(p, mulmod(y1, hhh, p)), p)
            z3 := mulmod(z1, h, p)
        }
    }

    function _affineSum(uint256 keyX, uint256 keyY) private view returns (uint256, uint256) {
        (uint256 x, uint256 y, uint256 z) = _add(G_X, G_Y, 1, keyX, keyY);
        if (z == 0) return (0, 0);
        uint256 inverse = _invert(z);
        uint256 square = mulmod(inverse, inverse, P);
        return (mulmod(x, square, P), mulmod(y, mulmod(square, inverse, P), P));
    }

    /// @dev value^(p - 2) by the precompile (EIP-198).
    function _invert(uint256 value) private view returns (uint256 result) {
        uint256 exponent = P - 2;
        uint256 modulus = P;
        assembly ("memory-safe") {
            let at := mload(0x40)
            mstore(at, 0x20)
            mstore(add(at, 0x20), 0x20)
            mstore(add(at, 0x40), 0x20)
            mstore(add(at, 0x60), value)
            mstore(add(at, 0x80), exponent)
            mstore(add(at, 0xa0), modulus)
            if iszero(staticcall(gas(), 5, at, 0xc0, 0x00, 0x20)) { revert(0, 0) }
            result := mload(0x00)
        }
    }
}
