package dev.crosscheck.adapter.proxy;

import java.net.Socket;
import java.security.KeyPair;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Hands TLS a certificate for whichever host is asked for: one key for the run, and a certificate
 * per host, made when it is first needed. A host's alias is its name.
 */
final class LeafKeys extends X509ExtendedKeyManager {
  private static final String KEY_TYPE = "EC";

  /** Clients choose the names, so there is an end to how many are kept. */
  private static final int MOST_HOSTS = 500;

  private final CertificateAuthority authority;
  private final KeyPair pair = CertificateAuthority.newKeyPair();
  private final Map<String, X509Certificate> byHost =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, X509Certificate> eldest) {
          return size() > MOST_HOSTS;
        }
      };

  LeafKeys(CertificateAuthority authority) {
    this.authority = authority;
  }

  /** The name that the client put into its handshake, if any (RFC 6066, 3). */
  static @Nullable String serverName(@Nullable SSLSession session) {
    if (session instanceof ExtendedSSLSession extended) {
      for (var name : extended.getRequestedServerNames()) {
        if (name instanceof SNIHostName host) {
          return Authority.lowerCase(host.getAsciiName());
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    if (!keyType.equals(KEY_TYPE)) {
      return null;
    }
    String named = serverName(engine.getHandshakeSession());
    String host = named == null ? engine.getPeerHost() : named;
    try {
      certificateFor(host);
      return host;
    } catch (IllegalArgumentException notAName) {
      return null;
    }
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return new X509Certificate[] {certificateFor(alias), authority.trust().certificate()};
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return pair.getPrivate();
  }

  private X509Certificate certificateFor(String host) {
    synchronized (byHost) {
      X509Certificate known = byHost.get(host);
      if (known == null) {
        known = authority.issue(host, pair.getPublic());
        byHost.put(host, known);
      }
      return known;
    }
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    synchronized (byHost) {
      return List.copyOf(byHost.keySet()).toArray(String[]::new);
    }
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }
}
