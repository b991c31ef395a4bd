#!/bin/sh
# forge asks a compiler binary; this one is npm's solc.
exec node "$(dirname "$0")/solcShim.mjs" "$@"
