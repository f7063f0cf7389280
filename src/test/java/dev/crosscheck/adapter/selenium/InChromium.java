package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share one Chromium. */
abstract class InChromium {
  static ChromiumLab lab;
  static Device device;

  @BeforeAll
  static void start() {
    lab = new ChromiumLab();
    device = lab.start(Samples.CHROMIUM);
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  static Visit open(Deployment deployment) {
    return Visit.open(lab.recorder(), device, deployment);
  }

  /** A session whose page runs this plugin, ready. */
  static Visit visit(String script) throws StepNotTaken {
    return open(lab.deploy(script)).ready();
  }
}
