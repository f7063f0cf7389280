package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.mobile.AppMiddlewareContract;

/** What analytics-android does with a customer's middleware. */
class EmbeddedAndroidMiddlewareIT extends AppMiddlewareContract {
  @Override
  protected AppLab furnish() {
    return EmbeddedLab.android();
  }

  @Override
  protected String factory() {
    return "test.partner.PartnerIntegration";
  }
}
