// swift-tools-version:5.7
import PackageDescription

let package = Package(
  name: "CrosscheckCore",
  platforms: [.iOS(.v15), .macOS(.v12)],
  products: [
    .library(name: "CrosscheckCore", targets: ["CrosscheckCore"])
  ],
  targets: [
    .target(name: "CrosscheckCore"),
    .testTarget(name: "CrosscheckCoreTests", dependencies: ["CrosscheckCore"]),
  ]
)
