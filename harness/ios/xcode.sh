#!/bin/sh
# Written by 'crosscheck host ios'. Run that again instead of changing it.
#   sh xcode.sh open  [SDK]           generates the project, and opens it in Xcode
#   sh xcode.sh build [SDK] [SYSTEM]  generates it, and builds the app: iphonesimulator, or iphoneos for a real device
# SDK is analytics-swift or analytics-ios: without it the first that is here.
set -eu
cd "$(dirname "$0")"

usage() {
  sed -n 's/^#   //p' xcode.sh >&2
  exit 2
}

first() {
  for spec in analytics-swift.yml analytics-ios.yml; do
    if [ -f "$spec" ]; then
      echo "${spec%.yml}"
      return
    fi
  done
}

what="${1:-}"
sdk="${2:-$(first)}"
system="${3:-iphonesimulator}"
[ -f "$sdk.yml" ] || usage

case "$system" in
  iphonesimulator) destination='generic/platform=iOS Simulator' ;;
  iphoneos) destination='generic/platform=iOS' ;;
  *) usage ;;
esac

generate() {
  if ! command -v xcodegen > /dev/null; then
    echo 'xcodegen is not on the PATH: brew install xcodegen' >&2
    exit 3
  fi
  xcodegen generate --quiet --spec "$sdk.yml"
}

case "$what" in
  open)
    generate
    open "$sdk.xcodeproj"
    ;;
  build)
    generate
    xcodebuild -quiet -project "$sdk.xcodeproj" -scheme Crosscheck -configuration Release \
      -destination "$destination" -derivedDataPath "build/$sdk" \
      -skipPackagePluginValidation -skipMacroValidation \
      ${CROSSCHECK_TEAM:+-allowProvisioningUpdates "DEVELOPMENT_TEAM=$CROSSCHECK_TEAM"} build
    echo "built $PWD/build/$sdk/Build/Products/Release-$system/Crosscheck.app"
    ;;
  *) usage ;;
esac
