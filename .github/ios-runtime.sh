#!/bin/sh
# Prints the identifier of the iOS runtime for simulators that fits the chosen Xcode: that of its SDK's version, else
# the newest of the same major version. Where there is none, Xcode downloads its own.
set -eu

version=$(xcrun --sdk iphonesimulator --show-sdk-version)

find_runtime() {
  xcrun simctl list runtimes --json | jq -r --arg version "$version" '
    [.runtimes[] | select(.isAvailable and .platform == "iOS")]
    | sort_by(.version | split(".") | map(tonumber))
    | (map(select(.version == $version or (.version | startswith($version + ".")))) | last)
      // (map(select(.version | startswith(($version | split(".")[0]) + "."))) | last)
      // empty
    | .identifier'
}

runtime=$(find_runtime)
if [ -z "$runtime" ]; then
  xcodebuild -downloadPlatform iOS >&2
  runtime=$(find_runtime)
fi
if [ -z "$runtime" ]; then
  echo "there is no iOS runtime for simulators that fits the iOS $version SDK" >&2
  exit 1
fi
echo "$runtime"
