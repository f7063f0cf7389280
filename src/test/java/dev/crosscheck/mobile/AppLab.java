package dev.crosscheck.mobile;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Lab;
import dev.crosscheck.scenario.Given;

/** A lab whose devices run the host app with one of its plugins. */
public interface AppLab extends Lab {
  /**
   * @param factory the class by which the app gets the plugin
   */
  Deployment deploy(Given given, String factory);

  /** The version of the SDK that the app is made with. */
  String sdkVersion();
}
