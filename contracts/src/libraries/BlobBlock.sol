// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BlockOpening} from "../interfaces/IBlobRollup.sol";
import {Constants} from "./Constants.sol";

/// @title Opens one block of 32 words of a blob by two evaluations.
/// @notice A blob is the polynomial f of degree < 4096 through its 4096 elements on the roots of unity, in bit-reversed order (EIP-4844).
/// The 32 points of block k are the roots of `x^32 - c_k`, and the words of the block are the coefficients of the polynomial P_k of
/// degree < 32 that f is on these points. So the words are right exactly when `f - P_k` is a multiple of `x^32 - c_k`.
///
/// The opener commits to the quotient g. At a point z that is drawn after f, g and the words are fixed, two point evaluations
/// (precompile 0x0a) give f(z) and g(z), and the contract checks `f(z) = P_k(z) + (z^32 - c_k) * g(z)`. A commitment opens to
/// polynomials of degree < 4096 only, so both sides have degree < 4128; if they differ, at most 4127 of more than 2^253 points hide it.
/// Opening 32 words one by one would take 32 evaluations.
library BlobBlock {
    /// @notice Order of the scalar field of BLS12-381.
    uint256 internal constant R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;
    /// @dev Of order 128: `7^((R - 1) / 128)`.
    uint256 private constant BLOCK_ROOT = 0x6898111413588742b7c68b4d7fdd60d098d0caac87f5713c5130c2c1660125be;
    address private constant POINT_EVALUATION = address(0x0a);
    uint256 private constant POINT_BYTES = 96;

    error OpeningMalformed(uint256 length);
    error BlockUnknown(uint256 blockIndex);
    error BlockMismatch(uint256 blockIndex);
    error PointRefused(bytes32 versionedHash);

    /// @notice Reverts unless block `blockIndex` of the blob is the polynomial that is `value` at z.
    /// @param z Below R, drawn after the blob, the quotient and the words.
    function check(
        bytes32 versionedHash,
        bytes32 quotientHash,
        uint256 blockIndex,
        uint256 z,
        uint256 value,
        BlockOpening calldata opening
    ) internal view {
        if (opening.points.length != 2 * POINT_BYTES) revert OpeningMalformed(opening.points.length);
        uint256 vanishing = addmod(power32(z), R - rootOf(blockIndex), R);
        if (opening.value != addmod(value, mulmod(vanishing, opening.quotientValue, R), R)) revert BlockMismatch(blockIndex);
        evaluate(versionedHash, z, opening.value, opening.points[:POINT_BYTES]);
        evaluate(quotientHash, z, opening.quotientValue, opening.points[POINT_BYTES:]);
    }

    /// @notice c_k: the 128th root of unity whose exponent is k with its seven bits reversed.
    function rootOf(uint256 blockIndex) internal pure returns (uint256 root) {
        if (blockIndex >= Constants.BLOB_BLOCKS) revert BlockUnknown(blockIndex);
        root = 1;
        uint256 square = BLOCK_ROOT;
        for (uint256 bit = Constants.BLOB_BLOCKS / 2; bit != 0; bit /= 2) {
            if (blockIndex & bit != 0) root = mulmod(root, square, R);
            square = mulmod(square, square, R);
        }
    }

    function power32(uint256 z) private pure returns (uint256 power) {
        power = z;
        for (uint256 i; i < 5; ++i) {
            power = mulmod(power, power, R);
        }
    }

    /// @dev Reverts unless the polynomial behind the commitment is y at z. The precompile compares the versioned hash with the commitment
    /// and refuses z, y >= R. A chain without it answers nothing, which is refused, too.
    function evaluate(bytes32 versionedHash, uint256 z, uint256 y, bytes calldata commitmentAndProof) private view {
        (bool ok, bytes memory answer) = POINT_EVALUATION.staticcall(abi.encodePacked(versionedHash, z, y, commitmentAndProof));
        if (!ok || answer.length != 64) revert PointRefused(versionedHash);
    }
}
