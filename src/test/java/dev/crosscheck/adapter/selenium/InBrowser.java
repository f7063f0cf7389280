package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.InLab;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.support.Visit;

/** Tests that share one browser. */
abstract class InBrowser extends InLab<BrowserLab> {

  Visit open(Deployment deployment) {
    return Visit.open(lab.recorder(), device, deployment);
  }

  /** A session whose page runs this plugin, ready. */
  Visit visit(String script) throws StepNotTaken {
    return open(lab.deploy(script)).ready();
  }
}
