package dev.crosscheck.adapter.archive;

import de.sstoehr.harreader.model.HarCache;
import de.sstoehr.harreader.model.HarContent;
import de.sstoehr.harreader.model.HarCookie;
import de.sstoehr.harreader.model.HarEntry;
import de.sstoehr.harreader.model.HarHeader;
import de.sstoehr.harreader.model.HarPostData;
import de.sstoehr.harreader.model.HarQueryParam;
import de.sstoehr.harreader.model.HarRequest;
import de.sstoehr.harreader.model.HarResponse;
import de.sstoehr.harreader.model.HarTiming;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes exchanges as entries of a HAR; {@link HarExchanges} reads them. */
final class HarEntries {
  private static final Long UNKNOWN = -1L;

  private HarEntries() {}

  static HarEntry of(Exchange exchange) {
    long time = exchange.answered().map(end -> millis(exchange.at(), end)).orElse(0L);
    Map<String, Object> fields =
        HarFields.of("_index", exchange.index(), "_at", exchange.at().toString());
    exchange.answered().ifPresent(end -> fields.put("_answered", end.toString()));
    exchange.trouble().ifPresent(trouble -> fields.put("_trouble", trouble));
    if (!exchange.frames().isEmpty()) {
      fields.put("_resourceType", "websocket");
      fields.put("_webSocketMessages", exchange.frames().stream().map(HarEntries::frame).toList());
    }
    return HarEntry.builder()
        .startedDateTime(exchange.at().truncatedTo(ChronoUnit.MILLIS).atZone(ZoneOffset.UTC))
        .time((int) Math.min(time, Integer.MAX_VALUE))
        .request(request(exchange.request()))
        .response(
            exchange
                .answer()
                .map(answer -> response(answer, exchange.request().version()))
                .orElseGet(() -> unanswered(exchange)))
        .cache(new HarCache())
        .timings(HarTiming.builder().send(0L).waitTime(time).receive(0L).build())
        .connection(String.valueOf(exchange.connection()))
        .additional(fields)
        .build();
  }

  private static HarRequest request(HttpRequest request) {
    HarRequest.HarRequestBuilder har =
        HarRequest.builder()
            .method(request.method())
            .url(request.url())
            .httpVersion(request.version())
            .cookies(cookies(request.headers(), "cookie", ";"))
            .headers(headers(request.headers()))
            .queryString(query(request.query()))
            .headersSize(UNKNOWN)
            .bodySize(request.body().size())
            .additional(
                HarFields.of(
                    "_scheme", request.scheme(),
                    "_host", request.host(),
                    "_port", request.port(),
                    "_target", request.target()));
    if (!request.body().isEmpty()) {
      har.postData(postData(request));
    }
    return har.build();
  }

  private static HarPostData postData(HttpRequest request) {
    BodyText text = BodyText.of(request.body());
    Map<String, Object> fields = HarFields.of();
    text.encoding().ifPresent(encoding -> fields.put("_encoding", encoding));
    if (request.body().isTruncated()) {
      fields.put("_truncated", true);
    }
    return HarPostData.builder()
        .mimeType(request.header("content-type").orElse(""))
        .params(List.of())
        .text(text.text())
        .additional(fields)
        .build();
  }

  private static HarResponse response(HttpAnswer answer, String version) {
    Body body = answer.body();
    BodyText text = BodyText.of(body);
    return answer(answer.status(), version)
        .cookies(cookies(answer.headers(), "set-cookie", "\n"))
        .headers(headers(answer.headers()))
        .content(
            HarContent.builder()
                .size(body.size())
                .mimeType(first(answer.headers(), "content-type"))
                .text(text.text())
                .encoding(text.encoding().orElse(null))
                .additional(body.isTruncated() ? HarFields.of("_truncated", true) : HarFields.of())
                .build())
        .redirectURL(first(answer.headers(), "location"))
        .bodySize(body.size())
        .build();
  }

  /** HAR wants a response even where there was none. */
  private static HarResponse unanswered(Exchange exchange) {
    return answer(0, exchange.request().version())
        .cookies(List.of())
        .headers(List.of())
        .content(HarContent.builder().size(0L).mimeType("").build())
        .redirectURL("")
        .bodySize(UNKNOWN)
        .additional(
            HarFields.of(
                "_unanswered", true, "_error", exchange.trouble().orElse("still unanswered")))
        .build();
  }

  private static HarResponse.HarResponseBuilder answer(int status, String version) {
    return HarResponse.builder()
        .status(status)
        .statusText("")
        .httpVersion(version)
        .headersSize(UNKNOWN);
  }

  /** As Chrome's developer tools write them, with the exact instant beside their seconds. */
  private static Map<String, Object> frame(Frame frame) {
    BodyText text = frame.text() ? BodyText.of(frame.payload()) : BodyText.encoded(frame.payload());
    Map<String, Object> fields =
        HarFields.of(
            "type",
            frame.sent() ? "send" : "receive",
            "time",
            frame.at().toEpochMilli() / 1000.0,
            "opcode",
            frame.text() ? 1 : 2,
            "data",
            text.text(),
            "_at",
            frame.at().toString(),
            "_size",
            frame.payload().size());
    text.encoding().ifPresent(encoding -> fields.put("_encoding", encoding));
    return fields;
  }

  private static List<HarHeader> headers(List<Header> headers) {
    return headers.stream()
        .map(header -> new HarHeader(header.name(), header.value(), null, Map.of()))
        .toList();
  }

  /** Names and values alone: what else a cookie says stands in its header. */
  private static List<HarCookie> cookies(List<Header> headers, String name, String separator) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .flatMap(header -> Arrays.stream(header.value().split(separator)))
        .map(pair -> pair.split(";", 2)[0].strip().split("=", 2))
        .filter(pair -> pair.length == 2)
        .map(pair -> HarCookie.builder().name(pair[0]).value(pair[1]).build())
        .toList();
  }

  private static List<HarQueryParam> query(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .map(
            pair ->
                new HarQueryParam(
                    decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "", null, Map.of()))
        .toList();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static String first(List<Header> headers, String name) {
    Optional<String> value =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase(name))
            .map(Header::value)
            .findFirst();
    return value.orElse("");
  }

  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis());
  }
}
