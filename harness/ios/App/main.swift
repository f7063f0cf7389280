import UIKit

// before anything of the app or of a library can make a URL session
NetworkProxy.install()
_ = UIApplicationMain(
  CommandLine.argc, CommandLine.unsafeArgv, nil, NSStringFromClass(AppDelegate.self))
