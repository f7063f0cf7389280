package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.support.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests that share one browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
  BrowserLab lab;
  Device device;

  /** Where the browser runs. */
  abstract BrowserLab furnish();

  @BeforeAll
  void start() {
    lab = furnish();
    device = lab.start();
  }

  @AfterAll
  void end() {
    lab.close();
  }

  Visit open(Deployment deployment) {
    return Visit.open(lab.recorder(), device, deployment);
  }

  /** A session whose page runs this plugin, ready. */
  Visit visit(String script) throws StepNotTaken {
    return open(lab.deploy(script)).ready();
  }
}
