// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// The NFT of the sample quests on local chains: OpenZeppelin's ERC-721, one free stone per call.
contract TrailStone is ERC721 {
    uint256 public supply;

    constructor() ERC721("Trail Stone", "STONE") {}

    function mint() external returns (uint256 id) {
        id = ++supply;
        _safeMint(msg.sender, id);
    }
}
