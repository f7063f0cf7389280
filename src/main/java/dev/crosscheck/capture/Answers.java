package dev.crosscheck.capture;

/**
 * What a recording answers. Must be quick, must not block and must not throw; it is asked on the
 * recorder's own threads.
 */
public interface Answers {
  Answer to(HttpRequest request);

  /** The state of the network while these answers hold. */
  default Network network() {
    return Network.ONLINE;
  }

  /** These answers on another network. */
  default Answers on(Network network) {
    Answers same = this;
    return new Answers() {
      @Override
      public Answer to(HttpRequest request) {
        return same.to(request);
      }

      @Override
      public Network network() {
        return network;
      }
    };
  }
}
