package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static final Route TUNNEL = Route.to(new Authority("a.example.com", 8443), true);

  @ParameterizedTest
  @CsvSource({
    "http://A.example.com, a.example.com:80, /",
    "http://a.example.com?x=1#part, a.example.com:80, /?x=1",
    "HTTP://a.example.com:8080/p%20q?x=http://b/, a.example.com:8080, /p%20q?x=http://b/",
    "ws://a.example.com/live, a.example.com:80, /live",
    "http://user:secret@a.example.com/, a.example.com:80, /",
    "http://[2001:DB8::1]:81/, [2001:db8::1]:81, /",
    "/path, host.example.com:81, /path",
    "*, host.example.com:81, *"
  })
  void readsWhatAProxyIsAsked(String line, String authority, String target) throws Exception {
    Address address = Address.of(request(line), Route.direct());

    assertThat(address.authority()).hasToString(authority);
    assertThat(address.target()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "/path?x, a.example.com:8443, /path?x",
    "https://b.example.com/y, b.example.com:443, /y",
    "wss://b.example.com:1/y, b.example.com:1, /y"
  })
  void readsWhatAHostIsAskedThroughATunnel(String line, String authority, String target)
      throws Exception {
    Address address = Address.of(request(line), TUNNEL);

    assertThat(address.authority()).hasToString(authority);
    assertThat(address.target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "path", "http://", "http:///x", "http://a:b/", "x://a/"})
  void complainsAboutWhatIsNoAddress(String line) {
    assertThatThrownBy(() -> Address.of(request(line), Route.direct()))
        .isInstanceOf(MalformedRequest.class);
  }

  @Test
  void dropsNoPortThatWasGiven() throws Exception {
    assertThat(Authority.parse("a.example.com:", 443)).hasToString("a.example.com:443");
    assertThatThrownBy(() -> Authority.parse("a.example.com:0", 443))
        .hasMessage("'a.example.com:0' has no port between 1 and 65535");
  }

  private static DefaultHttpRequest request(String line) {
    DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, line);
    request.headers().set("Host", "Host.example.com:81");
    return request;
  }
}
