package dev.crosscheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final Collection<String> EVENTS =
      SegmentSpec.published().events().stream().map(SemanticEvent::name).toList();
  private static final List<String> FIELDS =
      List.of("order_id", "product_id", "coupon", "discount", "revenue", "firstName", "sku");

  static Stream<String> events() {
    return EVENTS.stream();
  }

  @ParameterizedTest
  @CsvSource({
    "Order Complete, Order Completed",
    "order completed, Order Completed",
    "order_completed, Order Completed",
    "orderCompleted, Order Completed",
    "Ordercompleted, Order Completed",
    "Completed Order, Order Completed",
    "Order Compelted, Order Completed",
    "Products Viewed, Product Viewed",
    "Product Searched, Products Searched",
    "Application Open, Application Opened",
    "Order Canceled, Order Cancelled",
    "Sign Up, Signed Up",
    "Video Ad Complet, Video Ad Completed",
    "Product Aded to Wishlist, Product Added to Wishlist",
  })
  void knowsTheEventThatWasMeant(String name, String meant) {
    assertThat(Spelling.event(name, EVENTS)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Song Played",
        "Product Saved",
        "Product Liked",
        "Signed On",
        "Trial Extended",
        "Order Shipped",
        "Product Removed from Cart",
        "Experiment Reviewed",
        "Product",
        "",
        "💥",
      })
  void leavesEventsOfOnesOwnAlone(String name) {
    assertThat(Spelling.event(name, EVENTS)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void takesNoEventForAnother(String name) {
    assertThat(SegmentSpec.published().meant(name)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void findsEveryEventWithALetterTooMany(String name) {
    assertThat(Spelling.event(name.replaceFirst(" |$", "x$0"), EVENTS)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "orderId, order_id",
    "orderid, order_id",
    "ORDER_ID, order_id",
    "prodcut_id, product_id",
    "revenu, revenue",
    "first_name, firstName",
  })
  void knowsTheFieldThatWasMeant(String name, String meant) {
    assertThat(Spelling.field(name, FIELDS)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"order_ids", "product", "coupons", "discounted", "sky", "skus", "name", "id"})
  void leavesFieldsOfOnesOwnAlone(String name) {
    assertThat(Spelling.field(name, FIELDS)).isEmpty();
  }

  @Test
  void aNameWithoutEndIsNoTrouble() {
    assertThat(Spelling.event("x".repeat(1_000_000), EVENTS)).isEmpty();
  }
}
