package dev.crosscheck.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request with its answer, recorded when the request had been read.
 *
 * @param index its place in the capture, from 0, in the order in which requests were read
 * @param connection the number of the client's connection, from 0
 * @param at when the whole request had been read
 * @param answered when the last byte of the answer was handed to the network
 * @param answer empty while it is open, and for good where the client got none; as far as it came
 *     where it broke off
 * @param frames the messages of an upgraded connection
 * @param trouble why there is no answer, such as {@code connection reset on request}, or why it is
 *     not what it should have been; empty if none
 */
public record Exchange(
    int index,
    int connection,
    Instant at,
    Optional<Instant> answered,
    HttpRequest request,
    Optional<HttpAnswer> answer,
    List<Frame> frames,
    Optional<String> trouble) {

  public Exchange {
    frames = List.copyOf(frames);
  }

  /** Whether the client was answered with a 2xx status, to the last byte. */
  public boolean isAnsweredWell() {
    boolean whole = answered.isPresent() && trouble.isEmpty();
    return answer.isPresent() && whole && answer.get().isSuccess() || isUpgraded();
  }

  public boolean isUpgraded() {
    return answer.isPresent() && answer.get().status() == 101;
  }

  /** Whether something of it may still come. An upgraded exchange is not open. */
  public boolean isOpen() {
    return answered.isEmpty() && trouble.isEmpty();
  }

  /** The method and address, as messages name an exchange: {@code POST api.example.com/track}. */
  public String name() {
    return request.method() + " " + request.host() + request.path();
  }
}
