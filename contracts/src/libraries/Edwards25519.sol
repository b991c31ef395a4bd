// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The group of ed25519: -x^2 + y^2 = 1 + d x^2 y^2 over 2^255 - 19 (RFC 8032, 5.1).
/// @notice Points in extended coordinates (X, Y, Z, T), four words of memory. The addition formulas are complete: they hold for any two
/// points of the curve, also equal ones and the neutral one.
library Edwards25519 {
    uint256 internal constant P = 0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed;
    /// @notice Order of the base point.
    uint256 internal constant ORDER = 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed;
    /// @notice 2^256 modulo the order.
    uint256 internal constant TWO_TO_256 = 0xffffffffffffffffffffffffffffffec6ef5bf4737dcf70d6ec31748d98951d;

    uint256 private constant D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3;
    uint256 private constant TWICE_D = 0x2406d9dc56dffce7198e80f2eef3d13000e0149a8283b156ebd69b9426b2f159;
    uint256 private constant ROOT_OF_MINUS_ONE = 0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0;
    uint256 private constant BASE_X = 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a;
    uint256 private constant BASE_Y = 0x6666666666666666666666666666666666666666666666666666666666666658;
    uint256 private constant SIGN = 1 << 255;
    /// @dev (P - 5) / 8
    uint256 private constant ROOT_EXPONENT = 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd;

    /// @notice The point of an encoding (as a number, lowest byte first); false for one that is not canonical, not on the curve, or of
    /// small order.
    function decode(uint256 encoded) internal view returns (bool good, uint256 x, uint256 y) {
        y = encoded & ~SIGN;
        if (y >= P) return (false, 0, 0);
        uint256 square = mulmod(y, y, P);
        uint256 u = addmod(square, P - 1, P);
        uint256 v = addmod(mulmod(D, square, P), 1, P);
        // u * v^3 * (u * v^7)^((P - 5) / 8) is a root of u / v, or of -u / v.
        uint256 v3 = mulmod(mulmod(v, v, P), v, P);
        uint256 v7 = mulmod(mulmod(v3, v3, P), v, P);
        x = mulmod(mulmod(u, v3, P), _power(mulmod(u, v7, P), ROOT_EXPONENT), P);
        uint256 check = mulmod(v, mulmod(x, x, P), P);
        if (check != u) {
            if (addmod(check, u, P) != 0) return (false, 0, 0);
            x = mulmod(x, ROOT_OF_MINUS_ONE, P);
        }
        // Zero has no sign, so an encoding that gives it one is not canonical; and both such points have small order anyway.
        if (x == 0) return (false, 0, 0);
        if ((x & 1 == 1) != (encoded & SIGN != 0)) x = P - x;
        good = !_isSmall(_point(x, y));
    }

    /// @notice The encoding of `s*B - k*A`; false when that point has small order. (x, y) is A, s and k are below the order.
    function commitment(uint256 x, uint256 y, uint256 s, uint256 k) internal view returns (bool good, uint256 encoded) {
        uint256[4] memory sum = _point(0, 1);
        uint256[4] memory base = _cached(_point(BASE_X, BASE_Y));
        uint256[4] memory minusA = _point(P - x, y);
        uint256[4] memory both = _point(BASE_X, BASE_Y);
        minusA = _cached(minusA);
        _add(both, minusA);
        both = _cached(both);
        for (uint256 bit = 253; bit != 0;) {
            unchecked {
                --bit;
            }
            _double(sum);
            uint256 which = ((s >> bit) & 1) | (((k >> bit) & 1) << 1);
            if (which == 1) _add(sum, base);
            else if (which == 2) _add(sum, minusA);
            else if (which == 3) _add(sum, both);
        }
        uint256 inverse = _power(sum[2], P - 2);
        (uint256 rx, uint256 ry) = (mulmod(sum[0], inverse, P), mulmod(sum[1], inverse, P));
        encoded = ry | (rx & 1 == 1 ? SIGN : 0);
        good = !_isSmall(sum);
    }

    function _point(uint256 x, uint256 y) private pure returns (uint256[4] memory) {
        return [x, y, 1, mulmod(x, y, P)];
    }

    /// @dev What additions of a point need of it: Y - X, Y + X, 2dT, 2Z.
    function _cached(uint256[4] memory a) private pure returns (uint256[4] memory) {
        return [addmod(a[1], P - a[0], P), addmod(a[1], a[0], P), mulmod(TWICE_D, a[3], P), mulmod(2, a[2], P)];
    }

    /// @dev The cofactor is 8. A point on which three doublings end in the neutral one has X = 0 there, and no other has. Overwrites `a`.
    function _isSmall(uint256[4] memory a) private pure returns (bool) {
        _double(a);
        _double(a);
        _double(a);
        return a[0] == 0;
    }

    /// @dev dbl-2008-hwcd in place. Sums of two reduced values stay below 2^256.
    function _double(uint256[4] memory a) private pure {
        assembly ("memory-safe") {
            let p := P
            let x := mload(a)
            let y := mload(add(a, 0x20))
            let z := mload(add(a, 0x40))
            let xy := add(x, y)
            x := mulmod(x, x, p)
            y := mulmod(y, y, p)
            z := mulmod(2, mulmod(z, z, p), p)
            let h := add(x, y)
            let e := addmod(h, sub(p, mulmod(xy, xy, p)), p)
            let g := add(x, sub(p, y))
            let f := addmod(z, g, p)
            mstore(a, mulmod(e, f, p))
            mstore(add(a, 0x20), mulmod(g, h, p))
            mstore(add(a, 0x40), mulmod(f, g, p))
            mstore(add(a, 0x60), mulmod(e, h, p))
        }
    }

    /// @dev add-2008-hwcd-3 in place; `b` as `_cached` gives it.
    function _add(uint256[4] memory a, uint256[4] memory b) private pure {
        assembly ("memory-safe") {
            let p := P
            let x := mload(a)
            let y := mload(add(a, 0x20))
            let s := mulmod(add(y, sub(p, x)), mload(b), p)
            let t := mulmod(add(y, x), mload(add(b, 0x20)), p)
            let c := mulmod(mload(add(a, 0x60)), mload(add(b, 0x40)), p)
            let d := mulmod(mload(add(a, 0x40)), mload(add(b, 0x60)), p)
            let e := add(t, sub(p, s))
            let f := add(d, sub(p, c))
            let g := add(d, c)
            let h := add(t, s)
            mstore(a, mulmod(e, f, p))
            mstore(add(a, 0x20), mulmod(g, h, p))
            mstore(add(a, 0x40), mulmod(f, g, p))
            mstore(add(a, 0x60), mulmod(e, h, p))
        }
    }

    /// @dev By the precompile (EIP-198).
    function _power(uint256 base, uint256 exponent) private view returns (uint256 result) {
        assembly ("memory-safe") {
            let at := mload(0x40)
            mstore(at, 0x20)
            mstore(add(at, 0x20), 0x20)
            mstore(add(at, 0x40), 0x20)
            mstore(add(at, 0x60), base)
            mstore(add(at, 0x80), exponent)
            mstore(add(at, 0xa0), P)
            if iszero(staticcall(gas(), 5, at, 0xc0, 0x00, 0x20)) { revert(0, 0) }
            result := mload(0x00)
        }
    }
}
