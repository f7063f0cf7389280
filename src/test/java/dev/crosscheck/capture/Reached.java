package dev.crosscheck.capture;

/** Answers where hosts are reached as a test wants it. */
public record Reached(String hosts, Network network, Answers answers) implements Answers {
  /** Every host like this, those of connections that say none too. */
  public static Answers by(Network network, Answers answers) {
    return new Reached("*", network, answers);
  }

  @Override
  public Answer to(HttpRequest request) {
    return answers.to(request);
  }

  @Override
  public Network network(String host) {
    return Glob.host(hosts, host) ? network : Network.ONLINE;
  }
}
