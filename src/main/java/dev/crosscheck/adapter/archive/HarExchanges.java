package dev.crosscheck.adapter.archive;

import de.sstoehr.harreader.model.HarContent;
import de.sstoehr.harreader.model.HarEntry;
import de.sstoehr.harreader.model.HarHeader;
import de.sstoehr.harreader.model.HarPostData;
import de.sstoehr.harreader.model.HarRequest;
import de.sstoehr.harreader.model.HarResponse;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads exchanges from the entries that {@link HarEntries} wrote. */
final class HarExchanges {
  private HarExchanges() {}

  static Exchange of(HarEntry entry) {
    Map<String, Object> fields = entry.additional();
    return new Exchange(
        (int) HarFields.number(fields, "_index", -1),
        Integer.parseInt(entry.connection()),
        Instant.parse(HarFields.text(fields, "_at")),
        HarFields.find(fields, "_answered").map(Instant::parse),
        request(entry.request()),
        answer(entry.response()),
        HarFields.list(fields, "_webSocketMessages").stream().map(HarExchanges::frame).toList(),
        HarFields.find(fields, "_trouble"));
  }

  private static HttpRequest request(HarRequest request) {
    Map<String, Object> fields = request.additional();
    return new HttpRequest(
        request.method(),
        HarFields.text(fields, "_scheme"),
        HarFields.text(fields, "_host"),
        (int) HarFields.number(fields, "_port", -1),
        HarFields.text(fields, "_target"),
        request.httpVersion(),
        headers(request.headers()),
        body(request.postData(), request.bodySize()));
  }

  private static Body body(@Nullable HarPostData data, long size) {
    if (data == null || data.text() == null) {
      return Body.EMPTY;
    }
    return new BodyText(data.text(), HarFields.find(data.additional(), "_encoding")).body(size);
  }

  private static Optional<HttpAnswer> answer(HarResponse response) {
    if (HarFields.flag(response.additional(), "_unanswered")) {
      return Optional.empty();
    }
    HarContent content = response.content();
    Body body =
        new BodyText(content.text(), Optional.ofNullable(content.encoding()))
            .body(response.bodySize());
    return Optional.of(new HttpAnswer(response.status(), headers(response.headers()), body));
  }

  private static Frame frame(Map<String, Object> fields) {
    BodyText text =
        new BodyText(HarFields.text(fields, "data"), HarFields.find(fields, "_encoding"));
    return new Frame(
        Instant.parse(HarFields.text(fields, "_at")),
        HarFields.text(fields, "type").equals("send"),
        HarFields.number(fields, "opcode", 1) == 1,
        text.body(HarFields.number(fields, "_size", 0)));
  }

  private static List<Header> headers(List<HarHeader> headers) {
    return headers.stream().map(header -> new Header(header.name(), header.value())).toList();
  }
}
