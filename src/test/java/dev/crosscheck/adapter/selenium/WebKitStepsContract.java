package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reached;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import org.junit.jupiter.api.Test;

/** Every step in a WebKit, which nobody can tell that it is offline: it is just refused. */
abstract class WebKitStepsContract extends BrowserStepsContract {

  @Test
  @Override
  void tellsThePageThatItIsOffline() throws Exception {
    Deployment page = lab.deploy(Scripts.partnerAnd(TELLING_OF_LOSS));
    try (Visit visit = open(page).ready()) {
      visit.recording().answer(Reached.by(Network.OFFLINE, page.answers()));
      visit.session().online(false, Visit.soon());
      visit.perform(Samples.track("Offline"));
      awaitLoss(visit);

      visit.recording().answer(page.answers());
      visit.session().online(true, Visit.soon());
      visit.perform(Samples.track("Online"));

      assertThat(visit.awaited("POST api.partner.test/track").request().body().text())
          .contains("\"Online\"");
    }
  }

  @Test
  @Override
  void queuesACallThatAPluginDoesNotFinishWhileOffline() throws Exception {
    String asking =
        Scripts.partnerAnd(
            """
            crosscheckPlugin.track = ctx => {
              navigator.sendBeacon('https://api.partner.test/online-' + navigator.onLine);
              return ctx;
            };
            """);
    try (Visit visit = visit(asking)) {
      visit.session().online(false, Visit.soon());
      Acknowledgement taken = visit.perform(Samples.track("Offline"));

      assertThat(taken.queued()).isFalse();
      visit.awaited("POST api.partner.test/online-true");
    }
  }
}
