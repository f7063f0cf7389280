package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.mobile.AppMiddlewareContract;

/** What analytics-kotlin does with a customer's middleware. */
class EmbeddedKotlinMiddlewareIT extends AppMiddlewareContract {
  @Override
  protected AppLab furnish() {
    return EmbeddedLab.kotlin();
  }

  @Override
  protected String factory() {
    return "test.partner.PartnerPlugin";
  }
}
